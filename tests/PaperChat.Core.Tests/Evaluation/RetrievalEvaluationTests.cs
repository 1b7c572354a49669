using System.Text.Json;
using PaperChat.Evaluation;
using PaperChat.Papers;
using PaperChat.Retrieval;
using PaperChat.TestSupport;

namespace PaperChat.Core.Tests.Evaluation;

public sealed class RetrievalEvaluationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Excluded_papers_are_dropped_before_ranks_are_counted_and_are_asked_for_in_addition()
    {
        var dataset = await DatasetAsync("{\"_id\":\"q\",\"text\":\"t\",\"metadata\":{\"exclude\":[\"self\",\"other\"]}}", "q\ta\t1\n");
        var asked = new List<int>();

        var result = await new RetrievalEvaluation(TimeProvider.System).RunAsync(
            dataset, RetrievalMode.Lexical, (_, limit, _) => Ranking(asked, limit, "self", "a"), Token);

        Assert.Equal([102], asked);
        Assert.Equal(1, result.Metrics.NdcgAt10);
    }

    [Fact]
    public async Task A_paper_that_is_ranked_twice_counts_once()
    {
        var dataset = await DatasetAsync("{\"_id\":\"q\",\"text\":\"t\"}", "q\ta\t1\nq\tb\t1\n");

        var result = await new RetrievalEvaluation(TimeProvider.System).RunAsync(
            dataset, RetrievalMode.Lexical, (_, limit, _) => Ranking([], limit, "a", "a"), Token);

        Assert.Equal(0.5, result.Metrics.RecallAt10);
    }

    [Fact]
    public async Task Queries_that_find_nothing_count_as_zero_in_the_means()
    {
        var dataset = await DatasetAsync(
            "{\"_id\":\"1\",\"text\":\"known\"}\n{\"_id\":\"2\",\"text\":\"unknown\"}", "1\ta\t1\n2\ta\t1\n");

        var result = await new RetrievalEvaluation(TimeProvider.System).RunAsync(
            dataset, RetrievalMode.Hybrid, (text, limit, _) => text == "known" ? Ranking([], limit, "a") : Ranking([], limit), Token);

        Assert.Equal(2, result.Queries);
        Assert.All(RetrievalMetrics.Names, name => Assert.Equal(0.5, result.Metrics.Get(name)));
        Assert.Equal([1.0, 0.0], result.Rows!.Select(r => r.MrrAt10));
    }

    [Fact]
    public async Task The_result_has_the_documented_json_shape()
    {
        var dataset = await DatasetAsync("{\"_id\":\"q\",\"text\":\"t\"}", "q\ta\t1\n");
        var result = await new RetrievalEvaluation(TimeProvider.System).RunAsync(
            dataset, RetrievalMode.Lexical, (_, limit, _) => Ranking([], limit, "a"), Token);

        using var json = JsonDocument.Parse(JsonSerializer.Serialize(result, EvaluationJson.Default.RetrievalResult));
        using var bare = JsonDocument.Parse(JsonSerializer.Serialize(result with { Rows = null }, EvaluationJson.Default.RetrievalResult));

        Assert.Equal(["dataset", "mode", "queries", "metrics", "timings", "rows"], Names(json.RootElement));
        Assert.Equal("lexical", json.RootElement.GetProperty("mode").GetString());
        Assert.Equal(["ndcg@10", "recall@10", "recall@100", "mrr@10"], Names(json.RootElement.GetProperty("metrics")));
        Assert.Equal(["id", "ndcg@10", "recall@10", "recall@100", "mrr@10"], Names(json.RootElement.GetProperty("rows")[0]));
        Assert.DoesNotContain("rows", Names(bare.RootElement));
    }

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(p => p.Name);

    private static Task<IReadOnlyList<PaperId>> Ranking(List<int> asked, int limit, params string[] ids)
    {
        asked.Add(limit);
        return Task.FromResult<IReadOnlyList<PaperId>>([.. ids.Select(i => new PaperId(i))]);
    }

    private Task<BeirDataset> DatasetAsync(string queries, string qrels)
    {
        _folder.Write("queries.jsonl", queries);
        _folder.Write("qrels.tsv", qrels);
        return BeirDataset.OpenAsync(_folder.Path, null, Token);
    }
}
