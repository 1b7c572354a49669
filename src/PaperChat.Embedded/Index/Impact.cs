namespace PaperChat.Embedded.Index;

/// <summary>
/// Upper bounds of BM25's part that depends on the document, <c>f / (f + norm)</c>, for whole blocks of postings: a byte of 255ths,
/// rounded up. They are made with the mean length of the segment; the library's own mean length m changes with every paper. As the
/// norm grows no faster than the mean length falls, <see cref="Bound"/> times <c>max(1, m / segment's mean)</c> stays a bound, so
/// that passing over blocks never changes a result.
/// </summary>
internal static class Impact
{
    private const double Slack = 1 + 1e-9;

    public static byte Of(double part) => (byte)Math.Min(255, Math.Ceiling(part * 255 * Slack));

    public static double Bound(byte impact) => impact / 255.0 * Slack;

    /// <summary>What the bounds of a segment are multiplied with in a library of another mean length.</summary>
    public static double Stretch(double libraryMean, double segmentMean) =>
        segmentMean > 0 ? Math.Max(1, libraryMean / segmentMean) : 1;
}
