namespace PaperChat.Sources.Bibtex;

/// <summary>The words after the at sign: types of entries of BibTeX and biblatex, and commands.</summary>
internal static class BibtexEntryTypes
{
    public const string Comment = "comment";
    public const string Preamble = "preamble";
    public const string Macro = "string";

    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        "article", "inproceedings", "conference", "proceedings", "incollection", "inbook", "book", "booklet", "phdthesis", "mastersthesis",
        "techreport", "manual", "unpublished", "misc", "online", "electronic", "www", "report", "thesis", "dataset", "software", "patent",
        "collection", "periodical", "suppperiodical", "mvbook", "bookinbook", "suppbook", "reference", "inreference", "artwork", "preprint",
        "standard", "jurthesis", "video", "audio", "set", "xdata", Comment, Preamble, Macro,
    };

    public static bool IsKnown(string type) => Known.Contains(type);

    /// <summary>Whether a line so far is the opening of an entry, white space before it allowed.</summary>
    public static bool Opens(ReadOnlySpan<byte> line)
    {
        line = line.TrimStart(" \t"u8);
        return line is [(byte)'@', .. var rest] && rest.Length is > 1 and < 40 && Known.Contains(System.Text.Encoding.Latin1.GetString(rest[..^1]).Trim());
    }

    /// <summary>Whether the bytes so far are "@comment".</summary>
    public static bool IsComment(ReadOnlySpan<byte> bytes) =>
        bytes.Length < 40 && System.Text.Encoding.Latin1.GetString(bytes[1..]).Trim().Equals(Comment, StringComparison.OrdinalIgnoreCase);
}
