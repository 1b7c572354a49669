using PaperChat.Evaluation;
using PaperChat.Papers;

namespace PaperChat.Core.Tests.Evaluation;

public sealed class RetrievalMetricsTests
{
    [Fact]
    public void Ndcg_uses_linear_gains_and_a_logarithmic_discount()
    {
        var grades = Grades(("a", 3), ("b", 2), ("c", 3), ("d", 0), ("e", 1), ("f", 2));

        var metrics = RetrievalMetrics.Of(Ids("a", "b", "c", "d", "e", "f"), grades);

        // 3 + 2/log2(3) + 3/2 + 0 + 1/log2(6) + 2/log2(7) over 3 + 3/log2(3) + 2/2 + 2/log2(5) + 1/log2(6)
        Assert.Equal(6.861126688593501 / 7.140995184095700, metrics.NdcgAt10, 1e-12);
        Assert.Equal(1, metrics.RecallAt10);
        Assert.Equal(1, metrics.MrrAt10);
    }

    [Fact]
    public void One_relevant_paper_at_rank_three()
    {
        var metrics = RetrievalMetrics.Of(Ids("x", "y", "a"), Grades(("a", 1)));

        Assert.Equal(0.5, metrics.NdcgAt10, 1e-12);
        Assert.Equal(1.0 / 3, metrics.MrrAt10, 1e-12);
    }

    [Fact]
    public void Recall_divides_by_all_relevant_papers_even_when_there_are_more_than_the_depth()
    {
        var relevant = Enumerable.Range(0, 40).Select(i => ($"p{i}", 1)).ToArray();

        var metrics = RetrievalMetrics.Of([.. relevant.Select(r => new PaperId(r.Item1))], Grades(relevant));

        Assert.Equal(0.25, metrics.RecallAt10, 1e-12);
        Assert.Equal(1, metrics.RecallAt100, 1e-12);
        Assert.Equal(1, metrics.NdcgAt10, 1e-12);
    }

    [Fact]
    public void A_relevant_paper_below_rank_ten_counts_for_recall_at_100_alone()
    {
        var ranking = Ids([.. Enumerable.Range(0, 10).Select(i => $"x{i}"), "a"]);

        var metrics = RetrievalMetrics.Of(ranking, Grades(("a", 2)));

        Assert.Equal((0.0, 0.0, 0.0, 1.0), (metrics.NdcgAt10, metrics.MrrAt10, metrics.RecallAt10, metrics.RecallAt100));
    }

    [Fact]
    public void A_negative_grade_gains_nothing()
    {
        var metrics = RetrievalMetrics.Of(Ids("spam", "a"), Grades(("spam", -2), ("a", 1)));

        Assert.Equal(1 / Math.Log2(3), metrics.NdcgAt10, 1e-12);
        Assert.Equal(0.5, metrics.MrrAt10);
    }

    [Fact]
    public void Finding_nothing_is_zero() =>
        Assert.All(RetrievalMetrics.Names, name => Assert.Equal(0, RetrievalMetrics.Of([], Grades(("a", 1))).Get(name)));

    [Fact]
    public void A_mean_weighs_every_query_alike()
    {
        var grades = Grades(("a", 1));

        var mean = RetrievalMetrics.MeanOf([RetrievalMetrics.Of(Ids("a"), grades), RetrievalMetrics.Of([], grades)]);

        Assert.All(RetrievalMetrics.Names, name => Assert.Equal(0.5, mean.Get(name)));
    }

    private static PaperId[] Ids(params string[] ids) => [.. ids.Select(i => new PaperId(i))];

    private static Dictionary<PaperId, int> Grades(params (string Id, int Grade)[] grades) =>
        grades.ToDictionary(g => new PaperId(g.Id), g => g.Grade);
}
