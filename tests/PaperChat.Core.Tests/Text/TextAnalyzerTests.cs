using PaperChat.Text;

namespace PaperChat.Core.Tests.Text;

public sealed class TextAnalyzerTests
{
    [Theory]
    [InlineData("Attention heads", "attent head")]
    [InlineData("GPT-4 and T5", "gpt4 gpt 4 t5")]
    [InlineData("1,000 parameters, 97.4%", "1000 paramet 97.4")]
    [InlineData("end-to-end", "end end")]
    [InlineData("Schrödinger’s naïve", "schroding naiv")]
    [InlineData("👍 emoji 🧪🧪", "emoji")]
    [InlineData("2.The 4,5 v1.5 1.234,5", "2 4 5 v1 5 1.234 5")]
    [InlineData("\u0065\u0301tude ﬁeld STRASSE straße", "etud field strass strass")]
    [InlineData("λ-calculus", "λcalculus λ calculu")]
    public void Terms_of_a_text_are_what_a_reader_would_search_for(string text, string terms) =>
        Assert.Equal(terms.Split(' ').Order(), TextAnalyzer.Analyze(text).Select(t => t.Term).Order());

    [Theory]
    [InlineData("caresses", "caress")]
    [InlineData("ponies", "poni")]
    [InlineData("agreed", "agre")]
    [InlineData("plastered", "plaster")]
    [InlineData("motoring", "motor")]
    [InlineData("conflated", "conflat")]
    [InlineData("hopping", "hop")]
    [InlineData("filing", "file")]
    [InlineData("relational", "relat")]
    [InlineData("conditional", "condit")]
    [InlineData("triplicate", "triplic")]
    [InlineData("adjustment", "adjust")]
    [InlineData("adoption", "adopt")]
    [InlineData("effective", "effect")]
    [InlineData("controll", "control")]
    [InlineData("generalizations", "gener")]
    [InlineData("oscillators", "oscil")]
    [InlineData("sky", "sky")]
    [InlineData("gpt4", "gpt4")]
    public void Words_are_stemmed_as_Porter_published_it(string word, string stem) => Assert.Equal(stem, PorterStemmer.Stem(word));

    [Fact]
    public void Offsets_of_a_stored_text_hold_the_word_they_stand_for()
    {
        const string stored = @"Gains of 12.5\% with \emph{sparse} nets";

        Assert.Equal(["Gains", "12.5", @"\emph{sparse}", "nets"], TextAnalyzer.AnalyzeStored(stored).Select(t => stored.Substring(t.Start, t.Length)));
    }

    [Fact]
    public void No_text_is_too_strange()
    {
        var faces = string.Concat(Enumerable.Repeat("😀", 100_000));
        var word = string.Concat(Enumerable.Repeat("𝒳", 1_000));

        Assert.Empty(TextAnalyzer.Analyze(faces));
        Assert.Equal(TextAnalyzer.MaxWordLength, Assert.Single(TextAnalyzer.Words(word)).Text.Length);
        Assert.False(char.IsHighSurrogate(Assert.Single(TextAnalyzer.Words("a" + word)).Text[^1]));
    }
}
