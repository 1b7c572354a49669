namespace PaperChat.Evaluation;

/// <summary>
/// Shares from 0 to 1: <see cref="Detection"/> of the unsupported sentences flagged, <see cref="FalseAlarms"/> of the supported ones;
/// null where there are none of that sort.
/// </summary>
public sealed record VerificationFigures(int Supported, int Unsupported, double? Detection, double? FalseAlarms)
{
    public static VerificationFigures Of(IReadOnlyCollection<VerificationRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var supported = rows.Count(r => r.IsSupported);
        var unsupported = rows.Count - supported;
        return new VerificationFigures(
            supported, unsupported,
            unsupported == 0 ? null : (double)rows.Count(r => !r.IsSupported && r.IsFlagged) / unsupported,
            supported == 0 ? null : (double)rows.Count(r => r.IsSupported && r.IsFlagged) / supported);
    }
}
