namespace PaperChat.Sources.Feeds;

/// <summary>A service that papers are read from over the network.</summary>
/// <param name="Name">As messages name it.</param>
/// <param name="BaseAddress">Where it answers; a test or a mirror may stand in for it.</param>
public sealed record FeedService(string Name, Uri BaseAddress)
{
    /// <summary>The least time from one request to the next; requests never overlap. arXiv asks for three seconds.</summary>
    public TimeSpan Interval { get; init; }

    /// <summary>Header that carries <see cref="Key"/>; null for a key that goes into the query as <c>api_key</c>.</summary>
    public string? KeyHeader { get; init; }

    /// <summary>A key or token, never shown.</summary>
    public string? Key { get; init; }

    /// <summary>How long an answer is good without asking again.</summary>
    public TimeSpan Fresh { get; init; }

    public override string ToString() => Name;
}
