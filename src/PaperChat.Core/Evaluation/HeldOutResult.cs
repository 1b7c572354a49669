namespace PaperChat.Evaluation;

/// <summary>How often questions are refused when the papers that answer them are not in the library.</summary>
public sealed record HeldOutResult
{
    public required int Questions { get; init; }

    public required int Refused { get; init; }

    /// <summary>Share of the questions refused, 0 to 1, by type.</summary>
    public required IReadOnlyDictionary<string, double> RefusedByType { get; init; }

    public required IReadOnlyList<HeldOutRow> Rows { get; init; }

    public double RefusedShare => Questions == 0 ? 0 : (double)Refused / Questions;

    /// <summary>
    /// The curve over the questions with their papers and again without: an answer to one of the latter is wrong.
    /// </summary>
    public RiskCoverage RiskCoverageWith(IEnumerable<AnswerRow> rows) =>
        RiskCoverage.Of([.. rows.Select(ScoredOutcome.Of), .. Rows.Select(r => new ScoredOutcome(r.Confidence, !r.Refused, r.Refused))]);

    internal static HeldOutResult Of(IReadOnlyList<HeldOutRow> rows) => new()
    {
        Questions = rows.Count,
        Refused = rows.Count(r => r.Refused),
        RefusedByType = new SortedDictionary<string, double>(
            rows.GroupBy(r => r.Type).ToDictionary(g => g.Key, g => g.Average(r => r.Refused ? 1.0 : 0.0)), StringComparer.Ordinal),
        Rows = rows,
    };
}
