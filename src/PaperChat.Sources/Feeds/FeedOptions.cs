namespace PaperChat.Sources.Feeds;

/// <summary>How feeds are read, all of them alike.</summary>
public sealed record FeedOptions
{
    /// <summary>Who asks, as services want to know it.</summary>
    public required string UserAgent { get; init; }

    /// <summary>Where answers are kept for the next time; null for nowhere.</summary>
    public string? CacheFolder { get; init; }

    /// <summary>Requests for one page, the first included; 1 to 20.</summary>
    public int Attempts { get; init; } = 5;

    /// <summary>The wait before the second request; it doubles from one to the next, with jitter. A Retry-After of the service comes first.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>A service that wants a longer wait than this is given up.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Time for one request and its answer.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Bytes of one answer; a larger one is refused.</summary>
    public int MaxPageBytes { get; init; } = 64 << 20;

    /// <summary>After so many failures in a row a service is left alone for <see cref="LongestWait"/>.</summary>
    public int FailuresBeforeBreak { get; init; } = 10;
}
