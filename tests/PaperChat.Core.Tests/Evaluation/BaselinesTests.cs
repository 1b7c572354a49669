using PaperChat.Evaluation;
using PaperChat.TestSupport;

namespace PaperChat.Core.Tests.Evaluation;

public sealed class BaselinesTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0.500, true)]
    [InlineData(0.495, true)]
    [InlineData(0.4949, false)]
    [InlineData(0.7, true)]
    public void A_drop_of_more_than_the_tolerance_does_not_hold(double measured, bool holds)
    {
        var checks = new Baselines([new Baseline("adi", "lexical", "ndcg@10", 0.5)]).Check(Result("adi", "lexical", measured));

        Assert.Equal(holds, Assert.Single(checks).Holds);
    }

    [Theory]
    [InlineData("cacm", "lexical")]
    [InlineData("adi", "dense")]
    public void Baselines_of_other_collections_and_modes_are_left_alone(string dataset, string mode) =>
        Assert.Empty(new Baselines([new Baseline("adi", "lexical", "ndcg@10", 0.5)]).Check(Result(dataset, mode, 0)));

    [Fact]
    public async Task A_file_of_baselines_is_read()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("baselines.json", """[{ "dataset": "adi", "mode": "lexical", "metric": "mrr@10", "value": 0.25 }]""");

        Assert.Equal([new Baseline("adi", "lexical", "mrr@10", 0.25)], (await Baselines.LoadAsync(path, Token)).All);
    }

    [Theory]
    [InlineData("[{ \"dataset\": \"adi\" }]")]
    [InlineData("{")]
    public async Task A_wrong_file_is_an_error_that_names_it(string content)
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("baselines.json", content);

        var error = await Assert.ThrowsAsync<EvaluationException>(() => Baselines.LoadAsync(path, Token));

        Assert.Contains(path, error.Message, StringComparison.Ordinal);
    }

    private static RetrievalResult Result(string dataset, string mode, double ndcg) => new()
    {
        Dataset = dataset,
        Mode = mode,
        Queries = 1,
        Metrics = new RetrievalMetrics { NdcgAt10 = ndcg, RecallAt10 = 0, RecallAt100 = 0, MrrAt10 = 0 },
        Timings = new EvaluationTimings(0, 0, 0),
    };
}
