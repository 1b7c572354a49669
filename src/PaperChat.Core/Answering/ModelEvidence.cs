using PaperChat.Evidence;

namespace PaperChat.Answering;

/// <summary>What a model is shown beside the papers that an extractive answer would be made of: those that rank close behind them.</summary>
internal static class ModelEvidence
{
    private const int Papers = 4;
    private const double CloseScore = 0.6;

    // A question that names its paper is about no other.
    private const double NamedFrom = 0.45;

    /// <summary>The same evidence with more papers at its end; a limit on papers, and a list or comparison, stay as they are.</summary>
    public static EvidenceSet Widen(EvidenceSet evidence, int? maxPapers)
    {
        var ranking = evidence.Ranking;
        if (evidence.Refusal is not null || evidence.Items.Count == 0 || maxPapers is not null || evidence.Shape is not (AnswerShape.Narrow or AnswerShape.Broad)
            || evidence.Items[0].Paper.Named >= NamedFrom || evidence.Items[0].Paper.IsInFocus)
        {
            return evidence;
        }

        var known = evidence.Items.Select(i => i.Paper.Paper.Paper.Id).ToHashSet();
        var least = CloseScore * ranking.Papers[0].Score;
        var further = ranking.Papers
            .Where(p => p.Score >= least && !known.Contains(p.Paper.Paper.Id))
            .Take(Math.Max(0, Papers - evidence.Items.Count))
            .Select((p, i) => new EvidenceItem(evidence.Items.Count + i + 1, p, SentenceSelector.Select(ranking.Terms, p, 1, 40)));
        return evidence with { Items = [.. evidence.Items, .. further] };
    }
}
