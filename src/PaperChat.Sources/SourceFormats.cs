namespace PaperChat.Sources;

/// <summary>The names of the formats that PaperChat reads, as <c>--format</c> takes them.</summary>
public static class SourceFormats
{
    /// <summary>A Hugging Face Daily Papers page saved as text.</summary>
    public const string DailyPapers = "daily-papers";

    /// <summary>The same page, or that of one paper, saved as HTML.</summary>
    public const string DailyPapersHtml = "daily-papers-html";

    /// <summary>What Hugging Face's API answers: daily lists, searches, papers.</summary>
    public const string HuggingFace = "hf-papers";

    /// <summary>An Atom feed of arXiv's API.</summary>
    public const string ArxivAtom = "arxiv-atom";

    /// <summary>OAI-PMH records in arXiv, arXivRaw or oai_dc.</summary>
    public const string ArxivOai = "arxiv-oai";

    /// <summary>The arXiv metadata snapshot, one JSON object a line.</summary>
    public const string ArxivSnapshot = "arxiv-snapshot";

    /// <summary>Works of OpenAlex.</summary>
    public const string OpenAlex = "openalex";

    /// <summary>Papers of Semantic Scholar's API or bulk data sets.</summary>
    public const string SemanticScholar = "semantic-scholar";

    /// <summary>Collections of the ACL Anthology.</summary>
    public const string AclXml = "acl-xml";

    /// <summary>One JSON object a line.</summary>
    public const string JsonLines = "jsonl";

    /// <summary>An array of JSON objects, or one of them.</summary>
    public const string Json = "json";

    /// <summary>Comma, semicolon or tab separated values with a header.</summary>
    public const string Csv = "csv";

    /// <summary>A list, table or headings that link to papers.</summary>
    public const string Markdown = "markdown";

    /// <summary>BibTeX or biblatex.</summary>
    public const string Bibtex = "bibtex";

    /// <summary>Tagged lines of reference managers.</summary>
    public const string Ris = "ris";

    /// <summary>Items of the Citation Style Language.</summary>
    public const string CslJson = "csl-json";

    /// <summary>A document in PDF; one paper, like all that follow.</summary>
    public const string Pdf = "pdf";

    /// <summary>A document of Word.</summary>
    public const string Word = "word";

    /// <summary>A presentation of PowerPoint, a slide a page.</summary>
    public const string PowerPoint = "powerpoint";

    /// <summary>A document as a page of HTML.</summary>
    public const string Html = "html";

    /// <summary>A document as plain text, its pages parted by form feeds if it has any.</summary>
    public const string Text = "text";

    public static IReadOnlyList<string> All { get; } =
    [
        DailyPapers, DailyPapersHtml, HuggingFace, ArxivAtom, ArxivOai, ArxivSnapshot, OpenAlex, SemanticScholar, AclXml, JsonLines, Json, Csv, Markdown,
        Bibtex, Ris, CslJson, Pdf, Word, PowerPoint, Html, Text,
    ];
}
