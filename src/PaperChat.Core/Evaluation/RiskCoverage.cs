namespace PaperChat.Evaluation;

/// <summary>
/// The trade between answering more and answering right (El-Yaniv and Wiener, JMLR 2010). The curve ends where the answerer
/// itself refuses.
/// </summary>
/// <param name="Area">Mean risk over the coverage that is reached; lower is better. Null when nothing was answered.</param>
/// <param name="Auroc">
/// How often a question answered correctly has a higher confidence than another one (refused or wrong), a tie counting half;
/// null when one of the two kinds is missing.
/// </param>
/// <param name="Points">One for each confidence that occurs, highest first.</param>
public sealed record RiskCoverage(double? Area, double? Auroc, IReadOnlyList<RiskCoveragePoint> Points)
{
    public static RiskCoverage Of(IReadOnlyCollection<ScoredOutcome> outcomes)
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        var points = new List<RiskCoveragePoint>();
        int covered = 0, wrong = 0;
        var area = 0.0;
        foreach (var group in outcomes.Where(o => o.Answered).GroupBy(o => o.Confidence).OrderByDescending(g => g.Key))
        {
            covered += group.Count();
            wrong += group.Count(o => !o.Correct);
            var risk = (double)wrong / covered;
            area += risk * group.Count();
            points.Add(new RiskCoveragePoint(group.Key, (double)covered / outcomes.Count, risk));
        }

        return new RiskCoverage(covered > 0 ? area / covered : null, AurocOf(outcomes), points);
    }

    private static double? AurocOf(IReadOnlyCollection<ScoredOutcome> outcomes)
    {
        double[] right = [.. outcomes.Where(o => o.AnsweredCorrectly).Select(o => o.Confidence)];
        double[] other = [.. outcomes.Where(o => !o.AnsweredCorrectly).Select(o => o.Confidence)];
        return right.Length == 0 || other.Length == 0
            ? null
            : right.Average(r => other.Average(o => r > o ? 1.0 : r < o ? 0.0 : 0.5));
    }
}
