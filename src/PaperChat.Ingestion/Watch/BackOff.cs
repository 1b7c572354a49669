namespace PaperChat.Ingestion.Watch;

/// <summary>How long to wait after failures in a row: a minute, doubled each time, at most four hours.</summary>
internal static class BackOff
{
    private static readonly TimeSpan First = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(4);

    public static TimeSpan After(int failures) => failures > 8 ? Longest : First * Math.Pow(2, Math.Max(0, failures - 1));
}
