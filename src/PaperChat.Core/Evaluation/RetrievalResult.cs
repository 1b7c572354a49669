namespace PaperChat.Evaluation;

/// <summary>The content of <c>eval retrieval --json</c>: the means over the queries, and one row a query.</summary>
public sealed record RetrievalResult
{
    public required string Dataset { get; init; }

    /// <summary><c>lexical</c>, <c>dense</c> or <c>hybrid</c>.</summary>
    public required string Mode { get; init; }

    /// <summary>How many queries have relevant documents.</summary>
    public required int Queries { get; init; }

    public required RetrievalMetrics Metrics { get; init; }

    public required EvaluationTimings Timings { get; init; }

    /// <summary>In the order of the queries; null where only the means are wanted.</summary>
    public IReadOnlyList<RetrievalRow>? Rows { get; init; }
}
