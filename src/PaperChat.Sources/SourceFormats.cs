namespace PaperChat.Sources;

/// <summary>The names of the formats that PaperChat reads, as <c>--format</c> takes them.</summary>
public static class SourceFormats
{
    /// <summary>A Hugging Face Daily Papers page saved as text.</summary>
    public const string DailyPapers = "daily-papers";

    /// <summary>One JSON object a line.</summary>
    public const string JsonLines = "jsonl";

    /// <summary>Comma, semicolon or tab separated values with a header.</summary>
    public const string Csv = "csv";

    /// <summary>BibTeX or biblatex.</summary>
    public const string Bibtex = "bibtex";

    /// <summary>Tagged lines of reference managers.</summary>
    public const string Ris = "ris";

    /// <summary>An array of items of the Citation Style Language.</summary>
    public const string CslJson = "csl-json";

    public static IReadOnlyList<string> All { get; } = [DailyPapers, JsonLines, Csv, Bibtex, Ris, CslJson];
}
