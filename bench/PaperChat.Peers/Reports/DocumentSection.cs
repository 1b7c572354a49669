namespace PaperChat.Peers.Reports;

/// <summary>The part of a Markdown document that a run replaces: what stands between two comments.</summary>
internal static class DocumentSection
{
    public const string Begin = "<!-- figures: begin -->";
    public const string End = "<!-- figures: end -->";

    /// <exception cref="PaperChatException">The document lacks one of the comments.</exception>
    public static string Replace(string document, string section)
    {
        var begin = document.IndexOf(Begin, StringComparison.Ordinal);
        var end = document.IndexOf(End, StringComparison.Ordinal);
        if (begin < 0 || end < begin)
        {
            throw new PaperChatException($"The document has no line {Begin} with a line {End} after it; the figures go between them.");
        }

        return $"{document[..(begin + Begin.Length)]}\n{section.Trim()}\n{document[end..]}";
    }
}
