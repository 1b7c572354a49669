namespace PaperChat.Sources.Feeds;

/// <summary>A search and how its answers name the next one.</summary>
internal sealed record CursorSearch
{
    public required string Format { get; init; }

    /// <summary>As the user asked.</summary>
    public required string Description { get; init; }

    /// <summary>Path and parameters but for the cursor; it has at least one parameter.</summary>
    public required string Path { get; init; }

    /// <summary>The parameter that carries the cursor.</summary>
    public required string Parameter { get; init; }

    /// <summary>The cursor of the first request; null for none.</summary>
    public string? FirstCursor { get; init; }

    /// <summary>The names that lead to the next cursor in an answer.</summary>
    public required string[] NextCursor { get; init; }

    public int? Limit { get; init; }
}
