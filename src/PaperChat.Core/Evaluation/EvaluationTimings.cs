namespace PaperChat.Evaluation;

/// <summary>Times of repeated calls, in milliseconds. The 99th percentile is by nearest rank.</summary>
public sealed record EvaluationTimings(double MedianMs, double P99Ms, double TotalMs)
{
    public static EvaluationTimings Of(IEnumerable<TimeSpan> times)
    {
        double[] sorted = [.. times.Select(t => t.TotalMilliseconds).Order()];
        return sorted.Length == 0
            ? new EvaluationTimings(0, 0, 0)
            : new EvaluationTimings(Median(sorted), sorted[(int)Math.Ceiling(sorted.Length * 0.99) - 1], sorted.Sum());
    }

    /// <summary>The median of sorted figures, the mean of the middle two where their number is even.</summary>
    internal static double Median(double[] sorted) => (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
}
