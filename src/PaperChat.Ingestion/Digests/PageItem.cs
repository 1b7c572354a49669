namespace PaperChat.Ingestion.Digests;

/// <summary>A paper under its number, or a change without one. All texts are plain, of one line each.</summary>
internal sealed record PageItem
{
    /// <summary>The number that citations name; null for what is no paper.</summary>
    public int? Number { get; init; }

    public string Title { get; init; } = "";

    /// <summary>http or https; null for none.</summary>
    public string? Url { get; init; }

    public string Details { get; init; } = "";

    public IReadOnlyList<PageQuote> Quotes { get; init; } = [];

    /// <summary>http or https; null for none.</summary>
    public string? Code { get; init; }
}
