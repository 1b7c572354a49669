namespace PaperChat.Peers.Figures;

/// <summary>Percentiles by nearest rank.</summary>
internal static class Percentiles
{
    /// <param name="values">In any order; none gives NaN.</param>
    /// <param name="share">Above 0, at most 1: 0.5 for the median.</param>
    public static double Of(IEnumerable<double> values, double share)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0 ? double.NaN : sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Length) - 1, 0, sorted.Length - 1)];
    }
}
