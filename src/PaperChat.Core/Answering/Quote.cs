using PaperChat.Papers;

namespace PaperChat.Answering;

/// <summary>
/// A passage of a paper: <see cref="Text"/> is the stored text of <see cref="Field"/> from <see cref="Start"/> to
/// <see cref="End"/> (exclusive), character for character, in UTF-16 code units. <see cref="Page"/>, from 1, is where it begins; null in a
/// text without pages.
/// </summary>
public sealed record Quote(string Text, PaperField Field, int Start, int End, int? Page = null)
{
    public static Quote Of(Paper paper, PaperField field, int start, int length)
    {
        ArgumentNullException.ThrowIfNull(paper);
        var text = paper.TextOf(field);
        return new Quote(text.Substring(start, length), field, start, start + length, field == PaperField.Body ? PageAt(text, start) : null);
    }

    private static int? PageAt(string body, int start) =>
        body.Contains(Paper.PageBreak, StringComparison.Ordinal) ? 1 + body.AsSpan(0, start).Count(Paper.PageBreak) : null;
}
