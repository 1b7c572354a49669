using PaperChat.Text;

namespace PaperChat.Core.Tests.Text;

public sealed class TermStartsTests
{
    [Theory]
    [InlineData("modelling")]
    [InlineData("ties")]
    [InlineData("ies")]
    [InlineData("dying")]
    [InlineData("pyramids")]
    [InlineData("gpt4")]
    [InlineData("x")]
    [InlineData("naïve")]
    [InlineData("注意")]
    public void Never_lets_a_word_pass_by_whose_term_is_wanted(string text)
    {
        var word = Assert.Single(TextAnalyzer.Words(text)).Text;

        Assert.True(new TermStarts([TextAnalyzer.TermOf(word)!]).MayHold(word));
    }

    [Fact]
    public void Lets_most_other_words_pass_by()
    {
        var starts = new TermStarts(["attent", "memori"]);
        string[] others = ["model", "network", "training", "result", "data", "optimal", "language", "vision", "graph", "sparse"];

        Assert.DoesNotContain(others, o => starts.MayHold(o));
    }
}
