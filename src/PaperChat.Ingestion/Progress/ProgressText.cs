namespace PaperChat.Ingestion.Progress;

/// <summary>Count, rate and time left of an ingestion, in words.</summary>
internal static class ProgressText
{
    public static string Describe(IngestionProgress progress)
    {
        var left = TimeLeft(progress) is { } time ? ", " + Describe(time) + " left" : "";
        var rejected = progress.Counts.Rejected == 0 ? "" : FormattableString.Invariant($", {progress.Counts.Rejected:N0} rejected");
        return FormattableString.Invariant($"{progress.Counts.Read:N0} papers{rejected}, {Rate(progress):N0} a second{left}");
    }

    /// <summary>Papers a second since the start; 0 at the start.</summary>
    public static double Rate(IngestionProgress progress) =>
        progress.Elapsed > TimeSpan.Zero ? progress.Counts.Read / progress.Elapsed.TotalSeconds : 0;

    /// <summary>By the bytes read so far and the time they took; null when the total is unknown or nothing was read.</summary>
    public static TimeSpan? TimeLeft(IngestionProgress progress) =>
        progress is { BytesTotal: { } total, BytesRead: > 0 and var read } && total >= read
            ? progress.Elapsed * ((double)(total - read) / read)
            : null;

    private static string Describe(TimeSpan time) => time.TotalHours >= 1
        ? FormattableString.Invariant($"{(int)time.TotalHours}:{time.Minutes:D2}:{time.Seconds:D2}")
        : FormattableString.Invariant($"{time.Minutes}:{time.Seconds:D2}");
}
