namespace PaperChat.Papers;

/// <summary>
/// A paper as it stands in a library. <see cref="Title"/>, <see cref="Abstract"/> and <see cref="Body"/> are stored exactly as
/// the source had them; every offset in PaperChat counts UTF-16 code units of these strings. What a source does not say is
/// null or empty, never invented.
/// </summary>
public sealed record Paper
{
    public required PaperId Id { get; init; }

    public required string Title { get; init; }

    public string Abstract { get; init; } = "";

    /// <summary>Parts the pages of a <see cref="Body"/> that has pages: a form feed, U+000C.</summary>
    public const char PageBreak = '\f';

    /// <summary>Full text of a document, its pages parted by <see cref="PageBreak"/>; null for papers known by their abstract.</summary>
    public string? Body { get; init; }

    public IReadOnlyList<string> Authors { get; init; } = [];

    public int? Year { get; init; }

    public string? Venue { get; init; }

    public string? Url { get; init; }

    /// <summary>Lower case, without <c>https://doi.org/</c>.</summary>
    public string? Doi { get; init; }

    /// <summary>Without <c>arXiv:</c> and without a version.</summary>
    public string? Arxiv { get; init; }

    /// <summary>Categories and keywords of the source, in its order.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    public ListedDate? Listed { get; init; }

    /// <summary>Code, project pages and other addresses found in the record or its text.</summary>
    public IReadOnlyList<string> Links { get; init; } = [];

    public PaperKind Kind { get; init; }

    /// <summary>Votes of the readers of a daily list, as it counted them when it was last read.</summary>
    public int? Upvotes { get; init; }

    /// <summary>The version of the arXiv record that title and abstract are of, from 1.</summary>
    public int? Version { get; init; }

    /// <summary>The day of that version, or of the record's last change.</summary>
    public DateOnly? Updated { get; init; }

    public PaperStatus Status { get; init; }

    /// <summary>
    /// True when some sentence of its texts tries to instruct a language model, as <see cref="Text.InstructionFinder"/> saw at
    /// ingestion. Such sentences are kept, and never given to a model nor taken for support.
    /// </summary>
    public bool HoldsInstructions { get; init; }

    /// <summary>The text that <paramref name="field"/> names; empty when the paper has none.</summary>
    public string TextOf(PaperField field) => field switch
    {
        PaperField.Title => Title,
        PaperField.Abstract => Abstract,
        PaperField.Body => Body ?? "",
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "Unknown field."),
    };
}
