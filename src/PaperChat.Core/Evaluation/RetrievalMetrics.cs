using System.Text.Json.Serialization;
using PaperChat.Papers;

namespace PaperChat.Evaluation;

/// <summary>
/// Retrieval figures of one query or their means, each 0 to 1, by the conventions of trec_eval: gain is the grade (linear), the
/// discount of rank r is log2(r + 1), and recall divides by all relevant documents.
/// </summary>
public record RetrievalMetrics
{
    [JsonPropertyName("ndcg@10")]
    public required double NdcgAt10 { get; init; }

    [JsonPropertyName("recall@10")]
    public required double RecallAt10 { get; init; }

    [JsonPropertyName("recall@100")]
    public required double RecallAt100 { get; init; }

    /// <summary>One over the rank of the first relevant document among the first ten, else 0.</summary>
    [JsonPropertyName("mrr@10")]
    public required double MrrAt10 { get; init; }

    /// <summary>The names under which the figures are reported and compared.</summary>
    public static IReadOnlyList<string> Names { get; } = ["ndcg@10", "recall@10", "recall@100", "mrr@10"];

    /// <summary>The figure with one of the <see cref="Names"/>.</summary>
    public double Get(string name) => name switch
    {
        "ndcg@10" => NdcgAt10,
        "recall@10" => RecallAt10,
        "recall@100" => RecallAt100,
        "mrr@10" => MrrAt10,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, $"Unknown metric; known are {string.Join(", ", Names)}."),
    };

    /// <summary>The figures of one ranking.</summary>
    /// <param name="ranking">Papers, best first, each once.</param>
    /// <param name="grades">The judgements; papers without one are not relevant.</param>
    public static RetrievalMetrics Of(IReadOnlyList<PaperId> ranking, IReadOnlyDictionary<PaperId, int> grades)
    {
        ArgumentNullException.ThrowIfNull(ranking);
        ArgumentNullException.ThrowIfNull(grades);
        int[] found = [.. ranking.Select(p => Math.Max(0, grades.GetValueOrDefault(p)))];
        int[] relevant = [.. grades.Values.Where(g => g > 0).OrderDescending()];
        return new RetrievalMetrics
        {
            NdcgAt10 = Ratio(Dcg(found), Dcg(relevant)),
            RecallAt10 = Ratio(found.Take(10).Count(g => g > 0), relevant.Length),
            RecallAt100 = Ratio(found.Take(100).Count(g => g > 0), relevant.Length),
            MrrAt10 = Array.FindIndex(found, g => g > 0) is >= 0 and < 10 and var first ? 1.0 / (first + 1) : 0,
        };
    }

    public static RetrievalMetrics MeanOf(IReadOnlyCollection<RetrievalMetrics> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        double Mean(Func<RetrievalMetrics, double> of) => rows.Count == 0 ? 0 : rows.Average(of);
        return new RetrievalMetrics
        {
            NdcgAt10 = Mean(r => r.NdcgAt10),
            RecallAt10 = Mean(r => r.RecallAt10),
            RecallAt100 = Mean(r => r.RecallAt100),
            MrrAt10 = Mean(r => r.MrrAt10),
        };
    }

    private static double Dcg(int[] gains) => gains.Take(10).Select((gain, i) => gain / Math.Log2(i + 2)).Sum();

    private static double Ratio(double part, double whole) => whole > 0 ? part / whole : 0;
}
