using PaperChat.Library;

namespace PaperChat.Retrieval;

/// <summary>A search for papers as a user types it: words, "quoted phrases", -excluded and filters such as <c>year:2023..</c>.</summary>
public sealed record PaperQuery
{
    public required string Text { get; init; }

    /// <summary>True when quotes, minus signs and dates in the text are just text, as in the queries of a test collection.</summary>
    public bool IsLiteral { get; init; }

    public SearchFilters Filters { get; init; } = SearchFilters.None;

    public int Limit { get; init; } = 10;

    public RetrievalMode Mode { get; init; } = RetrievalMode.Hybrid;

    public bool Explain { get; init; }

    public DateOnly? AsOf { get; init; }
}
