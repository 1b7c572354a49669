using PaperChat.Papers;

namespace PaperChat.Library;

/// <summary>
/// What a paper must be to be searched at all. <see cref="Matches"/> is the reference meaning: every library agrees with it.
/// </summary>
public sealed record SearchFilters
{
    public static SearchFilters None { get; } = new();

    /// <summary>Inclusive; a paper without a year does not match a filter with one.</summary>
    public YearRange? Year { get; init; }

    /// <summary>Matches a venue whose words contain these words in a row, ignoring case: <c>iclr</c> matches <c>ICLR 2024</c>.</summary>
    public string? Venue { get; init; }

    /// <summary>All its words are words (or initials' first letters) of one author's name, ignoring case and accents.</summary>
    public string? Author { get; init; }

    /// <summary>A category or keyword, ignoring case; <c>cs</c> matches <c>cs.CL</c> too.</summary>
    public string? Category { get; init; }

    public ListedDate? ListedFrom { get; init; }

    public ListedDate? ListedTo { get; init; }

    /// <summary>Only these papers (ids, not aliases); an empty list matches nothing.</summary>
    public IReadOnlyList<PaperId>? Papers { get; init; }

    public bool IsEmpty => this == None;

    public bool Matches(Paper paper) => FilterMatching.Matches(this, paper);
}
