using PaperChat.Embedded.Index;
using PaperChat.Library;
using PaperChat.TestSupport;
using PaperChat.Text;

namespace PaperChat.Embedded.Tests;

public sealed class NumberedTextTests
{
    public static TheoryData<string> Texts => new(
        "Pre-training of GPT-4 on 1,000 tokens, state-of-the-art: 97.4%",
        "The non-linear re-use of Schrödinger's équations — the-cat in-the hat",
        @"$\alpha$-stable ``noise'' in 10times larger {\em graphs}",
        "a-b a-b-c of-graph graph-of x- -y ﬁne-tuned",
        "漢字-テスト end to end-to-end 𝒳-valued");

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_text_has_the_terms_places_and_words_that_the_analyser_gives(string stored)
    {
        var vocabulary = new Vocabulary();
        var numbered = new NumberedText(vocabulary);
        numbered.Read("other words first: tuned graphs");
        var firstTerms = vocabulary.TermCount;

        numbered.Read(stored);

        var cleaned = TextCleaner.Clean(stored).Text;
        var tokens = TextAnalyzer.Analyze(cleaned);
        var names = vocabulary.SortedTerms().ToDictionary(t => t.Term, t => vocabulary.Text(t.Entry).ToString());
        Assert.Equal(tokens.Select(t => t.Term), numbered.Terms.Select(t => names[t.Term]));
        Assert.Equal(PhraseMatching.Places(tokens), numbered.Terms.Select(t => t.Place));
        Assert.Equal(TextAnalyzer.Words(cleaned).Select(w => w.Text), numbered.Words.Select(w => vocabulary.Text(w).ToString()));
        Assert.True(firstTerms > 0 && vocabulary.TermCount > firstTerms);
    }

    [Fact]
    public void Terms_and_words_are_sorted_by_their_bytes_however_many_there_are()
    {
        var vocabulary = new Vocabulary();
        var text = new NumberedText(vocabulary);
        string[] some = ["é", "zebra", "zebras", "internationalisation", "internationalism", "internation", "漢字", "𝒳", "ﬀ", "z", "0", "00000000", "000000000"];
        var words = some.Concat(SyntheticPapers.Make(300, 5).SelectMany(p => TextAnalyzer.Words(p.Abstract)).Select(w => w.Text)).ToArray();
        for (var i = 0; i < 50_000; i++)
        {
            vocabulary.NumberOf($"w{i}");
        }

        text.Read(string.Join(' ', words));
        text.Words.ForEach(w => vocabulary.Count(w, 3));
        text.Words.ForEach(w => vocabulary.Count(w, 3));

        var sorted = vocabulary.SortedWords().Select(w => (vocabulary.Text(w.Entry).ToString(), w.Documents)).ToArray();
        var expected = text.Words.Distinct().Select(w => vocabulary.Text(w).ToString()).Order(Utf8Order.Instance).Select(w => (w, 1));
        Assert.Equal(expected, sorted);
    }
}
