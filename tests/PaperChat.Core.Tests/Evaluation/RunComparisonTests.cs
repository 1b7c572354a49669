using PaperChat.Evaluation;

namespace PaperChat.Core.Tests.Evaluation;

public sealed class RunComparisonTests
{
    [Fact]
    public void Three_equal_gains_are_as_extreme_as_two_of_eight_sign_patterns()
    {
        var comparison = RunComparison.Of(Run(0.1, 0.2, 0.3), Run(0.2, 0.3, 0.4), "ndcg@10");

        Assert.Equal(0.1, comparison.MeanDifference, 1e-12);
        Assert.Equal(0.25, comparison.PValue, 1e-12);
        Assert.Equal((0.2, 0.3), (Math.Round(comparison.FirstMean, 9), Math.Round(comparison.SecondMean, 9)));
        Assert.Equal((3, 0, 0), (comparison.Wins, comparison.Ties, comparison.Losses));
        Assert.Equal((0.1, 0.1), (Math.Round(comparison.LowerBound, 9), Math.Round(comparison.UpperBound, 9)));
    }

    [Fact]
    public void A_gain_beside_a_smaller_loss_proves_nothing()
    {
        var comparison = RunComparison.Of(Run(0.5, 0.5, 0.5), Run(0.8, 0.4, 0.5), "ndcg@10");

        Assert.Equal(1, comparison.PValue, 1e-12);
        Assert.Equal((1, 1, 1), (comparison.Wins, comparison.Ties, comparison.Losses));
        Assert.InRange(comparison.MeanDifference, comparison.LowerBound, comparison.UpperBound);
    }

    [Fact]
    public void Over_many_queries_a_steady_gain_is_significant_and_every_call_gives_the_same_figures()
    {
        var first = Run([.. Enumerable.Range(0, 60).Select(i => i % 7 / 10.0)]);
        var second = Run([.. Enumerable.Range(0, 60).Select(i => i % 7 / 10.0 + (i % 3 == 0 ? -0.02 : 0.05))]);

        var comparison = RunComparison.Of(first, second, "ndcg@10");

        Assert.True(comparison.PValue < 0.001);
        Assert.True(comparison.LowerBound > 0);
        Assert.Equal(comparison, RunComparison.Of(first, second, "ndcg@10"));
    }

    [Fact]
    public void Over_many_queries_chance_is_not_significant()
    {
        var first = Run([.. Enumerable.Range(0, 60).Select(_ => 0.5)]);
        var second = Run([.. Enumerable.Range(0, 60).Select(i => i % 2 == 0 ? 0.6 : 0.4)]);

        Assert.Equal(1, RunComparison.Of(first, second, "ndcg@10").PValue, 1e-12);
    }

    [Fact]
    public void Rows_are_paired_by_their_ids()
    {
        var first = Run(0.1, 0.9);

        Assert.Equal(2, RunComparison.Of(first, [first[1], first[0]], "mrr@10").Ties);
    }

    [Fact]
    public void Runs_over_different_queries_cannot_be_compared() =>
        Assert.Throws<EvaluationException>(() => RunComparison.Of(Run(0.1, 0.2), Run(0.1), "ndcg@10"));

    private static RetrievalRow[] Run(params double[] values) =>
        [.. values.Select((v, i) => new RetrievalRow($"q{i}", new RetrievalMetrics { NdcgAt10 = v, RecallAt10 = v, RecallAt100 = v, MrrAt10 = v }))];
}
