using PaperChat.Ingestion;
using PaperChat.Papers;

namespace PaperChat.Sources;

/// <summary>What the user says about the inputs, over what the inputs say themselves.</summary>
public sealed record SourceOptions
{
    /// <summary>One of <see cref="SourceFormats"/>; null recognises the format by content.</summary>
    public string? Format { get; init; }

    /// <summary>
    /// The day of the feed. It replaces the day that a saved page names (which may lack the year); a JSON or CSV record that
    /// names its own day keeps it.
    /// </summary>
    public ListedDate? Listed { get; init; }

    /// <summary>The kind of every paper, whatever the input says.</summary>
    public PaperKind? Kind { get; init; }

    /// <summary>What JSON and CSV inputs call the fields; null for the names that PaperChat knows.</summary>
    public ColumnMapping? Columns { get; init; }

    /// <summary>What takes the text out of PDF, Word and PowerPoint documents; null for <c>pdftotext</c>, which reads PDF alone.</summary>
    public DocumentExtraction? Extraction { get; init; }
}
