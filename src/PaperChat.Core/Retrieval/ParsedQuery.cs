using PaperChat.Library;

namespace PaperChat.Retrieval;

/// <summary>What was typed, taken apart: the words to search for, and what narrows the search.</summary>
public sealed record ParsedQuery
{
    /// <summary>The text without filters, exclusions and dates; quoted phrases stay in it without their quotes.</summary>
    public required string Text { get; init; }

    public SearchFilters Filters { get; init; } = SearchFilters.None;

    /// <summary>The contents of double quotes, as typed.</summary>
    public IReadOnlyList<string> Phrases { get; init; } = [];

    /// <summary>Words and phrases with a minus before them.</summary>
    public IReadOnlyList<string> Excluded { get; init; } = [];

    /// <summary>What was understood of it, in words for the user: "papers from 2023 on".</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
