namespace PaperChat.Merging;

/// <summary>What the name of a format tells of who wrote its records.</summary>
public static class RecordOrigins
{
    /// <summary>The source of all records of arXiv, whatever their format: they differ in version alone.</summary>
    public const string ArxivSource = "arxiv";

    // The names of SourceFormats, which stand in libraries too and never change.
    private static readonly Dictionary<string, RecordOrigin> OfFormat = new(StringComparer.Ordinal)
    {
        [ArxivSource] = RecordOrigin.Arxiv,
        ["arxiv-atom"] = RecordOrigin.Arxiv,
        ["arxiv-oai"] = RecordOrigin.Arxiv,
        ["arxiv-snapshot"] = RecordOrigin.Arxiv,
        ["acl-xml"] = RecordOrigin.Publisher,
        ["openalex"] = RecordOrigin.OpenAlex,
        ["semantic-scholar"] = RecordOrigin.SemanticScholar,
        ["hf-papers"] = RecordOrigin.HuggingFace,
        ["jsonl"] = RecordOrigin.DataFile,
        ["json"] = RecordOrigin.DataFile,
        ["csv"] = RecordOrigin.DataFile,
        ["bibtex"] = RecordOrigin.Bibliography,
        ["ris"] = RecordOrigin.Bibliography,
        ["csl-json"] = RecordOrigin.Bibliography,
        ["daily-papers"] = RecordOrigin.Page,
        ["daily-papers-html"] = RecordOrigin.Page,
        ["markdown"] = RecordOrigin.Page,

        // The paper itself, but its title and authors are guessed by their place on the first page.
        ["text"] = RecordOrigin.Page,
        ["html"] = RecordOrigin.Page,
        ["pdf"] = RecordOrigin.Page,
        ["word"] = RecordOrigin.Page,
        ["powerpoint"] = RecordOrigin.Page,
    };

    /// <summary>Whether a place in the order of sources was given to a format; any other counts as a data file.</summary>
    public static bool Knows(string format) => OfFormat.ContainsKey(format);

    public static RecordOrigin Of(string format) => OfFormat.GetValueOrDefault(format, RecordOrigin.DataFile);

    /// <summary>What a record's source is called: records of one source that share an id are one record, read at different times.</summary>
    public static string SourceOf(string format) => Of(format) == RecordOrigin.Arxiv ? ArxivSource : format;

    /// <summary>How far a source is believed on venue, year and DOI of the printed paper; the first is believed most.</summary>
    internal static int PublicationRank(RecordOrigin origin) => origin switch
    {
        RecordOrigin.Publisher => 0,
        RecordOrigin.OpenAlex => 1,
        RecordOrigin.SemanticScholar => 2,
        RecordOrigin.Bibliography => 3,
        RecordOrigin.DataFile => 4,
        RecordOrigin.Arxiv => 5,
        RecordOrigin.HuggingFace => 6,
        _ => 7,
    };

    /// <summary>How far a source is believed on the day on which a list showed the paper.</summary>
    internal static int ListingRank(RecordOrigin origin) => origin switch
    {
        RecordOrigin.HuggingFace => 0,
        RecordOrigin.Page => 1,
        _ => 2 + (int)origin,
    };
}
