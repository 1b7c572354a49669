using PaperChat.Text;

namespace PaperChat.Core.Tests.Text;

/// <summary>The shortcuts that make cleaning and analysing fast give what the long way gives, on texts of every kind of piece.</summary>
public sealed class TextShortcutTests
{
    private static readonly string[] Pieces =
    [
        "similar", "sim100", "sim5%", "sim2real", "10times", "HtimesW", "sometimes", "times", "80.1pm0.3", "3pm", "ZcdotZ", "cdot", "leq",
        "neq 5", "rightarrow", "leftrightarrow", "Oleft(n right)", "left(x)", "text", "mathematics", "emph", "infty", "GPT-4", "end-to-end",
        "pre-training", "Naïve", "Straße", "1,000", "97.4", "3.5x", "2.The", "U.S.", "the", "of", "HTTP", "νευρωνικά", "𝒳-space", "don't",
        "https://a.org/10times--x", "www.b.org", "a--b", "''", "  ", "\u00A0", "e\u0301", "ﬁne", "İ", "K", "$x^2$", "{BERT}", "&amp;", "<i>a</i>",
        "x_1", "a^b", "`q'", "~5", "\\alpha", "-", "–", ".", "(", ")", "Aa" , new string('w', 70), new string('Z', 70),
    ];

    [Fact]
    public void A_text_that_is_not_cleaned_needs_no_cleaning()
    {
        foreach (var text in Texts(seed: 3))
        {
            Assert.Equal(new TextCleaning(text).Run().Text, TextCleaner.Clean(text).Text);
        }
    }

    [Fact]
    public void Terms_and_words_of_one_pass_are_those_of_two()
    {
        foreach (var text in Texts(seed: 4))
        {
            var tokens = new List<Token>();
            var words = new List<Word>();
            TextAnalyzer.Analyze(text, tokens, words);

            Assert.Equal(TextAnalyzer.Words(text), words);
            Assert.Equal(TextAnalyzer.Analyze(text), tokens);
        }
    }

    [Fact]
    public void Terms_are_the_stems_of_words_whatever_was_read_before()
    {
        foreach (var text in Texts(seed: 5))
        {
            foreach (var word in TextAnalyzer.Words(text))
            {
                var expected = StopWords.Contains(word.Text) ? null : PorterStemmer.Stem(word.Text);
                Assert.Equal(expected, TextAnalyzer.TermOf(word.Text));
                Assert.Equal(expected is null ? 0 : 1, TextAnalyzer.Analyze(word.Text).Count(t => t.Term == expected));
            }
        }
    }

    [Theory]
    [InlineData("HTTP", "http")]
    [InlineData("BiLSTM2", "bilstm2")]
    [InlineData("ÉCOLE", "ecole")]
    [InlineData("Straße", "strasse")]
    [InlineData("1,000", "1000")]
    public void Words_are_lower_case_and_folded(string text, string word) => Assert.Equal([word], TextAnalyzer.Words(text).Select(w => w.Text));

    private static IEnumerable<string> Texts(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 3_000; i++)
        {
            var pieces = Enumerable.Range(0, random.Next(1, 9)).Select(_ => Pieces[random.Next(Pieces.Length)]);
            yield return string.Join(random.Next(4) == 0 ? "" : " ", pieces);
        }
    }
}
