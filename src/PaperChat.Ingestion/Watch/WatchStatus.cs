namespace PaperChat.Ingestion.Watch;

/// <summary>How the rounds of a running watch went. Thread-safe.</summary>
internal sealed class WatchStatus
{
    private volatile Round? _last;

    /// <summary>The last round that ended; null before the first one.</summary>
    public Round? Last => _last;

    public void Ended(DateTimeOffset at, string? failure) => _last = new Round(at, failure);

    /// <summary>A round: when it ended, and why it failed, null where it did not.</summary>
    internal sealed record Round(DateTimeOffset At, string? Failure);
}
