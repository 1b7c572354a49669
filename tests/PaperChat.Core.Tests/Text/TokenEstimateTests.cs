using PaperChat.Text;

namespace PaperChat.Core.Tests.Text;

public sealed class TokenEstimateTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("a map", 2)]
    [InlineData("attention", 3)]
    [InlineData("4.2%", 4)]
    [InlineData("地図", 2)]
    public void Words_count_by_length_and_signs_one_each(string text, int tokens) => Assert.Equal(tokens, TokenEstimate.Of(text));

    [Fact]
    public void A_text_is_cut_where_its_tokens_end()
    {
        Assert.Equal("a map of", TokenEstimate.Cut("a map of roads", 3).TrimEnd());
        Assert.Equal("a map", TokenEstimate.Cut("a map", 3));
        Assert.Equal("", TokenEstimate.Cut("map", 0));
    }
}
