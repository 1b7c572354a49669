namespace PaperChat.Models.Remote;

/// <summary>How often and how long a model that cannot answer right now is asked again.</summary>
public sealed record RetryOptions
{
    public static RetryOptions Default { get; } = new();

    /// <summary>Requests in all, the first included.</summary>
    public int Attempts { get; init; } = 3;

    /// <summary>The wait before the second request; it doubles from one to the next, with jitter. A Retry-After of the service comes first.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>A service that asks for more than this is not waited for.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The wait before attempt <paramref name="next"/> (from 2); null when nobody should wait that long.</summary>
    internal TimeSpan? WaitBefore(int next, TimeSpan? retryAfter)
    {
        if (retryAfter is { } asked)
        {
            return asked <= LongestWait ? asked : null;
        }

        var wait = FirstWait * Math.Pow(2, next - 2) * (0.75 + 0.5 * Random.Shared.NextDouble());
        return wait < LongestWait ? wait : LongestWait;
    }
}
