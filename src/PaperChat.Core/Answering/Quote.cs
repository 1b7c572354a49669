using PaperChat.Papers;

namespace PaperChat.Answering;

/// <summary>
/// A passage of a paper: <see cref="Text"/> is the stored text of <see cref="Field"/> from <see cref="Start"/> to
/// <see cref="End"/> (exclusive), character for character, in UTF-16 code units.
/// </summary>
public sealed record Quote(string Text, PaperField Field, int Start, int End, int? Page = null)
{
    public static Quote Of(Paper paper, PaperField field, int start, int length)
    {
        ArgumentNullException.ThrowIfNull(paper);
        return new Quote(paper.TextOf(field).Substring(start, length), field, start, start + length);
    }
}
