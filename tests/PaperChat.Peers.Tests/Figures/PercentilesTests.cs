using PaperChat.Peers.Figures;

namespace PaperChat.Peers.Tests.Figures;

public sealed class PercentilesTests
{
    [Theory]
    [InlineData(0.5, 50)]
    [InlineData(0.99, 99)]
    [InlineData(1, 100)]
    [InlineData(0.001, 1)]
    public void A_percentile_is_the_value_of_the_nearest_rank(double share, double expected)
    {
        Assert.Equal(expected, Percentiles.Of(Enumerable.Range(1, 100).Reverse().Select(i => (double)i), share));
    }

    [Fact]
    public void No_values_have_no_percentile()
    {
        Assert.Equal(double.NaN, Percentiles.Of([], 0.5));
    }
}
