using PaperChat.Papers;

namespace PaperChat.Ingestion;

/// <summary>A paper as a source has it, before it is normalised: texts as they stand, ids as given, nothing invented.</summary>
public sealed record SourceRecord
{
    /// <summary>The source's own id, if it has one.</summary>
    public string? Key { get; init; }

    public required string Title { get; init; }

    public string Abstract { get; init; } = "";

    public string? Body { get; init; }

    public IReadOnlyList<string> Authors { get; init; } = [];

    public int? Year { get; init; }

    public string? Venue { get; init; }

    public string? Url { get; init; }

    public string? Doi { get; init; }

    public string? Arxiv { get; init; }

    public IReadOnlyList<string> Categories { get; init; } = [];

    public IReadOnlyList<string> Links { get; init; } = [];

    public ListedDate? Listed { get; init; }

    public PaperKind Kind { get; init; }

    /// <summary>Votes that a daily list counts, where it tells them.</summary>
    public int? Upvotes { get; init; }

    /// <summary>The version of an arXiv record, from 1, where it tells it.</summary>
    public int? Version { get; init; }

    /// <summary>The day of that version, or of the record's last change.</summary>
    public DateOnly? Updated { get; init; }

    public PaperStatus Status { get; init; }
}
