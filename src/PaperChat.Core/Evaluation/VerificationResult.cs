namespace PaperChat.Evaluation;

/// <summary>The content of <c>eval verify --json</c>.</summary>
public sealed record VerificationResult
{
    public required string Dataset { get; init; }

    public required int Sentences { get; init; }

    /// <summary>Sentences left out because no paper they cite is in the library.</summary>
    public required int Missing { get; init; }

    public required VerificationFigures All { get; init; }

    public required IReadOnlyDictionary<string, VerificationFigures> Kinds { get; init; }

    /// <summary>Of one sentence, the preparation of the paper included.</summary>
    public required EvaluationTimings Timings { get; init; }

    public IReadOnlyList<VerificationRow>? Rows { get; init; }
}
