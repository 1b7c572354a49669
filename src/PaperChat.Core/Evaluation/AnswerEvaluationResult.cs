namespace PaperChat.Evaluation;

/// <summary>The content of <c>eval answers --json</c>.</summary>
public sealed record AnswerEvaluationResult
{
    public required string Dataset { get; init; }

    public required int Questions { get; init; }

    public required AnswerFigures All { get; init; }

    /// <summary>Over the types that are neither paraphrase nor unanswerable.</summary>
    public required AnswerFigures Bounded { get; init; }

    public required IReadOnlyDictionary<string, AnswerFigures> Types { get; init; }

    /// <summary>Over all answered questions; null when none was.</summary>
    public Calibration? Calibration { get; init; }

    public required RiskCoverage RiskCoverage { get; init; }

    /// <summary>Without the paraphrase questions.</summary>
    public required RiskCoverage RiskCoverageBounded { get; init; }

    public required EvaluationTimings RetrieveTimings { get; init; }

    public required EvaluationTimings Timings { get; init; }

    /// <summary>The questions again, each without its gold papers; null unless asked for.</summary>
    public HeldOutResult? HeldOut { get; init; }

    public IReadOnlyList<AnswerRow>? Rows { get; init; }
}
