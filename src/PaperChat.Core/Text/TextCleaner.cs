using System.Buffers;

namespace PaperChat.Text;

/// <summary>
/// Makes a stored title or abstract readable: LaTeX, HTML, feeds' artefacts, white space and control characters. Only what is
/// certain is changed; an unknown command, a lone dollar sign or an odd brace stays as it stands.
/// </summary>
public static class TextCleaner
{
    // Everything below U+0020 and from U+007F to U+00A0 is a control character or a space other than the plain one.
    private static readonly SearchValues<char> Suspects = SearchValues.Create(
        [.. @"\${}`&<~", .. Range(0, 0x1F), .. Range(0x7F, 0xA0), '\u00AD', '\u061C', '\u1680', '\u180E', .. Range(0x2000, 0x200F),
            .. Range(0x2028, 0x202F), .. Range(0x205F, 0x206F), '\u3000', '\uFEFF', .. Range(0xFFF9, 0xFFFB), .. Range(0xD800, 0xDFFF)]);

    private static readonly SearchValues<string> SuspectRuns = SearchValues.Create(["  ", "--", "''"], StringComparison.Ordinal);

    public static CleanedText Clean(string stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        if (!NeedsCleaning(stored))
        {
            return new CleanedText(stored, stored, null);
        }

        var cleaned = new TextCleaning(stored).Run();
        return cleaned.Text == stored ? new CleanedText(stored, stored, null) : cleaned;
    }

    // True for every text that cleaning would change, and for few others: most texts are spared the long way.
    private static bool NeedsCleaning(string stored) =>
        stored.Length > 0
        && (stored[0] == ' ' || stored[^1] == ' ' || stored.AsSpan().ContainsAny(Suspects) || stored.AsSpan().ContainsAny(SuspectRuns)
            || FeedArtefacts.MayStandIn(stored));

    private static IEnumerable<char> Range(int first, int last) => Enumerable.Range(first, last - first + 1).Select(c => (char)c);
}
