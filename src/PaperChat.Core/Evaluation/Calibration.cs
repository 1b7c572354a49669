namespace PaperChat.Evaluation;

/// <summary>
/// How well confidence says how often answers are correct: ten bins of equal width, and the expected calibration error (the
/// mean distance of accuracy and confidence over the bins, weighted by their counts; Guo et al., ICML 2017).
/// </summary>
public sealed record Calibration(double ExpectedCalibrationError, IReadOnlyList<CalibrationBin> Bins)
{
    private const int BinCount = 10;

    /// <summary>Over the answered questions; empty bins are left out. Null when nothing was answered.</summary>
    public static Calibration? Of(IEnumerable<ScoredOutcome> outcomes)
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        ScoredOutcome[] answered = [.. outcomes.Where(o => o.Answered)];
        if (answered.Length == 0)
        {
            return null;
        }

        CalibrationBin[] bins = [.. answered.GroupBy(BinOf).OrderBy(g => g.Key).Select(Bin)];
        return new Calibration(bins.Sum(b => b.Count * Math.Abs(b.Accuracy - b.MeanConfidence)) / answered.Length, bins);
    }

    // A confidence of 1 belongs to the last bin.
    private static int BinOf(ScoredOutcome outcome) => Math.Clamp((int)(outcome.Confidence * BinCount), 0, BinCount - 1);

    private static CalibrationBin Bin(IGrouping<int, ScoredOutcome> group) => new(
        (double)group.Key / BinCount,
        (group.Key + 1.0) / BinCount,
        group.Count(),
        group.Average(o => o.Confidence),
        group.Average(o => o.Correct ? 1.0 : 0.0));
}
