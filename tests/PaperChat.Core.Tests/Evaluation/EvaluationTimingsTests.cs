using PaperChat.Evaluation;

namespace PaperChat.Core.Tests.Evaluation;

public sealed class EvaluationTimingsTests
{
    [Theory]
    [InlineData(new double[0], 0, 0)]
    [InlineData(new double[] { 7 }, 7, 7)]
    [InlineData(new double[] { 4, 1, 2, 3 }, 2.5, 4)]
    [InlineData(new double[] { 5, 1, 9 }, 5, 9)]
    public void The_median_is_the_middle_and_the_99th_percentile_the_nearest_rank(double[] times, double median, double p99)
    {
        var timings = EvaluationTimings.Of(times.Select(TimeSpan.FromMilliseconds));

        Assert.Equal((median, p99, times.Sum()), (timings.MedianMs, timings.P99Ms, timings.TotalMs));
    }

    [Fact]
    public void Of_two_hundred_times_the_99th_percentile_leaves_two_above_it() =>
        Assert.Equal(198, EvaluationTimings.Of(Enumerable.Range(1, 200).Select(i => TimeSpan.FromMilliseconds(i))).P99Ms);
}
