using System.Text.Json.Serialization;

namespace PaperChat.Evaluation;

/// <summary>
/// Figures over a set of answered questions. Shares are 0 to 1 and null when there is nothing to take a share of. Retrieval,
/// facts and gold cited count refused and failed questions as missed.
/// </summary>
public sealed record AnswerFigures
{
    public required int Questions { get; init; }

    public required int Answered { get; init; }

    public required int Failed { get; init; }

    /// <summary>Questions with gold papers, and how many of them were refused.</summary>
    public required int Answerable { get; init; }

    public required int AnswerableRefused { get; init; }

    public required int Unanswerable { get; init; }

    public required int UnanswerableRefused { get; init; }

    /// <summary>Share of all questions, see <see cref="AnswerRow.Correct"/>.</summary>
    public double? Correct { get; init; }

    /// <summary>Share of answerable questions with every gold paper among the first five retrieved.</summary>
    [JsonPropertyName("allGold@5")]
    public double? AllGoldAt5 { get; init; }

    /// <summary>Mean over the answerable questions.</summary>
    [JsonPropertyName("recall@5")]
    public double? RecallAt5 { get; init; }

    [JsonPropertyName("recall@10")]
    public double? RecallAt10 { get; init; }

    /// <summary>Share of questions with required facts whose answer holds all of them.</summary>
    public double? FactsFound { get; init; }

    /// <summary>Share of the papers cited that are gold, over all citations of answerable questions.</summary>
    public double? CitedGoldShare { get; init; }

    /// <summary>Share of answerable questions of which a gold paper is cited.</summary>
    public double? AnyGoldCited { get; init; }

    public double? MedianWords { get; init; }

    public required int Quotes { get; init; }

    /// <summary>Share of quotes that are the stored text at their offsets.</summary>
    public double? ExactQuotes { get; init; }

    /// <summary>Share of gold passages that are quoted.</summary>
    public double? EvidenceCovered { get; init; }

    public static AnswerFigures Of(IReadOnlyCollection<AnswerRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        AnswerRow[] answerable = [.. rows.Where(r => r.Answerable)];
        AnswerRow[] withFacts = [.. answerable.Where(r => r.FactsFound is not null)];
        double[] words = [.. rows.Where(r => r.Words is not null).Select(r => (double)r.Words!.Value).Order()];
        return new AnswerFigures
        {
            Questions = rows.Count,
            Answered = rows.Count(r => r.Answered),
            Failed = rows.Count(r => r.Failed),
            Answerable = answerable.Length,
            AnswerableRefused = answerable.Count(IsRefused),
            Unanswerable = rows.Count - answerable.Length,
            UnanswerableRefused = rows.Count(r => !r.Answerable && IsRefused(r)),
            Correct = Share(rows.Count(r => r.Correct), rows.Count),
            AllGoldAt5 = Share(answerable.Count(r => r.AllGoldAt5 == true), answerable.Length),
            RecallAt5 = Share(answerable.Sum(r => r.RecallAt5 ?? 0), answerable.Length),
            RecallAt10 = Share(answerable.Sum(r => r.RecallAt10 ?? 0), answerable.Length),
            FactsFound = Share(withFacts.Count(r => r.FactsFound == true), withFacts.Length),
            CitedGoldShare = Share(answerable.Sum(r => r.CitedGold), answerable.Sum(r => r.CitedPapers)),
            AnyGoldCited = Share(answerable.Count(r => r.CitedGold > 0), answerable.Length),
            MedianWords = words.Length > 0 ? EvaluationTimings.Median(words) : null,
            Quotes = rows.Sum(r => r.Quotes),
            ExactQuotes = Share(rows.Sum(r => r.ExactQuotes), rows.Sum(r => r.Quotes)),
            EvidenceCovered = Share(rows.Sum(r => r.EvidenceCovered), rows.Sum(r => r.Evidence)),
        };
    }

    private static bool IsRefused(AnswerRow row) => !row.Answered && !row.Failed;

    private static double? Share(double part, int whole) => whole > 0 ? part / whole : null;
}
