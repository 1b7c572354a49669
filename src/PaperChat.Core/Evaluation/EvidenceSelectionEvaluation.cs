namespace PaperChat.Evaluation;

/// <summary>Measures a ranking of sentences on claims whose evidence is known.</summary>
public static class EvidenceSelectionEvaluation
{
    /// <summary>A case whose gold sentences are all left out of the ranking counts 0.</summary>
    public static async Task<EvidenceSelectionResult> RunAsync(
        IReadOnlyList<RationaleCase> cases, RankSentences rank, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cases);
        ArgumentNullException.ThrowIfNull(rank);
        var first = 0;
        var reciprocal = 0.0;
        foreach (var one in cases)
        {
            var order = await rank(one.Claim, one.Title, one.Sentences, cancellationToken);
            var place = order.TakeWhile(s => !one.GoldSentences.Contains(s)).Count();
            first += place == 0 && order.Count > 0 ? 1 : 0;
            reciprocal += place < order.Count ? 1.0 / (place + 1) : 0;
        }

        return cases.Count == 0
            ? new EvidenceSelectionResult(0, 0, 0)
            : new EvidenceSelectionResult(cases.Count, (double)first / cases.Count, reciprocal / cases.Count);
    }
}
