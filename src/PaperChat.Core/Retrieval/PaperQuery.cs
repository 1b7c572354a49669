using PaperChat.Library;

namespace PaperChat.Retrieval;

/// <summary>A search for papers as a user types it: words, "quoted phrases", -excluded and filters such as <c>year:2023..</c>.</summary>
public sealed record PaperQuery
{
    public required string Text { get; init; }

    public SearchFilters Filters { get; init; } = SearchFilters.None;

    public int Limit { get; init; } = 10;

    public RetrievalMode Mode { get; init; } = RetrievalMode.Hybrid;

    /// <summary>Takes the text as words alone: quotes, minus signs, filters and dates in it mean nothing, and nothing is corrected.</summary>
    public bool IsLiteral { get; init; }

    public bool Explain { get; init; }

    public DateOnly? AsOf { get; init; }
}
