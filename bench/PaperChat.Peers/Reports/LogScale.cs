namespace PaperChat.Peers.Reports;

/// <summary>Maps values above 0 to places on a logarithmic axis.</summary>
/// <param name="from">The value at <paramref name="start"/>.</param>
/// <param name="to">The value at <paramref name="end"/>; above <paramref name="from"/>.</param>
/// <param name="start">In pixels.</param>
/// <param name="end">In pixels; may be below <paramref name="start"/>.</param>
internal readonly struct LogScale(double from, double to, double start, double end)
{
    /// <summary>An axis that begins and ends at powers of ten around the values.</summary>
    public static LogScale Decades(double lowest, double highest, double start, double end)
    {
        var first = Math.Floor(Math.Log10(lowest));
        return new LogScale(Math.Pow(10, first), Math.Pow(10, Math.Max(Math.Ceiling(Math.Log10(highest)), first + 1)), start, end);
    }

    public double At(double value) => start + (end - start) * Math.Log(value / from) / Math.Log(to / from);

    /// <summary>The powers of ten on the axis.</summary>
    public IEnumerable<double> Ticks()
    {
        var first = (int)Math.Ceiling(Math.Log10(from) - 1e-9);
        var last = (int)Math.Floor(Math.Log10(to) + 1e-9);
        return Enumerable.Range(first, last - first + 1).Select(p => Math.Pow(10, p));
    }
}
