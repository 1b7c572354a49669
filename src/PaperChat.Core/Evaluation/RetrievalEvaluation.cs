using PaperChat.Papers;
using PaperChat.Retrieval;

namespace PaperChat.Evaluation;

/// <summary>Runs a collection's queries one after another and measures the rankings.</summary>
public sealed class RetrievalEvaluation(TimeProvider time)
{
    /// <summary>How deep rankings are measured.</summary>
    public const int Depth = 100;

    /// <summary>
    /// A query that finds nothing counts as 0. The ranking is asked for as many more papers as the query excludes, so that
    /// dropping them leaves a full one.
    /// </summary>
    public async Task<RetrievalResult> RunAsync(
        BeirDataset dataset, RetrievalMode mode, RankPapers rank, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(rank);
        var rows = new List<RetrievalRow>(dataset.Queries.Count);
        var times = new List<TimeSpan>(dataset.Queries.Count);
        foreach (var query in dataset.Queries)
        {
            var began = time.GetTimestamp();
            var ranking = await rank(query.Text, Depth + query.Exclude.Count, cancellationToken);
            times.Add(time.GetElapsedTime(began));
            PaperId[] kept = [.. ranking.Distinct().Where(p => !query.Exclude.Contains(p)).Take(Depth)];
            rows.Add(new RetrievalRow(query.Id, RetrievalMetrics.Of(kept, query.Grades)));
        }

        return new RetrievalResult
        {
            Dataset = dataset.Name,
            Mode = mode.ToString().ToLowerInvariant(),
            Queries = rows.Count,
            Metrics = RetrievalMetrics.MeanOf(rows),
            Timings = EvaluationTimings.Of(times),
            Rows = rows,
        };
    }
}
