namespace PaperChat.Embedded.Index;

/// <summary>
/// Which segments to make one: as soon as there are <see cref="Fan"/> of about the same size, so that each paper is merged a few
/// times only, however many small commits there are; and a segment of which much is gone, by itself.
/// </summary>
internal static class MergePolicy
{
    public const int Fan = 10;

    private const int SmallestTier = 256;
    private const double MaxDeleted = 0.25;

    public static List<LiveSegment>? Next(IReadOnlyList<LiveSegment> segments)
    {
        if (segments.FirstOrDefault(IsSparse) is { } sparse)
        {
            return [sparse];
        }

        return segments.GroupBy(TierOf).Where(tier => tier.Count() >= Fan).MinBy(tier => tier.Key)?.ToList();
    }

    private static bool IsSparse(LiveSegment segment) =>
        segment.File.Papers - segment.Papers > Math.Max(MaxDeleted * segment.File.Papers, 0) && segment.Papers < segment.File.Papers;

    private static int TierOf(LiveSegment segment) =>
        segment.Documents <= SmallestTier ? 0 : (int)Math.Log((double)segment.Documents / SmallestTier, Fan) + 1;
}
