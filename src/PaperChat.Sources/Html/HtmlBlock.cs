namespace PaperChat.Sources.Html;

/// <summary>
/// A stretch of visible text between two tags that break lines, with the innermost heading it stands in (h1 to h6, else "") and the last
/// address that it links to.
/// </summary>
internal sealed record HtmlBlock(string Text, string Heading, string Address, int Line);
