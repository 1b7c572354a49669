namespace PaperChat.Sources.Documents;

/// <summary>
/// A paragraph of a document on one line, with <see cref="Papers.Paper.PageBreak"/> where it goes on to another page, its lines as they stand, and
/// the page that it begins on, from 1.
/// </summary>
internal sealed record DocumentParagraph(string Text, IReadOnlyList<string> Lines, int Page)
{
    /// <summary>Whether the document itself marks it as a heading; plain text marks none.</summary>
    public bool IsHeading { get; init; }
}
