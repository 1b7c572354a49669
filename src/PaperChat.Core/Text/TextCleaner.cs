using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PaperChat.Text;

/// <summary>
/// Makes a stored title or abstract readable: LaTeX, HTML, feeds' artefacts, white space and control characters. Only what is
/// certain is changed; an unknown command, a lone dollar sign or an odd brace stays as it stands.
/// </summary>
public static class TextCleaner
{
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
        stored.Length > 0 && (stored[0] == ' ' || stored[^1] == ' ' || HoldsSuspect(stored) || FeedArtefacts.MayStandIn(stored));

    // Vectors by hand and no SearchValues: those for texts and for characters beyond ASCII are compiled when a process first uses
    // them, which takes longer than a whole search.
    private static bool HoldsSuspect(ReadOnlySpan<char> stored)
    {
        var at = 0;
        for (; at + Vector128<ushort>.Count < stored.Length; at += Vector128<ushort>.Count)
        {
            if (MayHoldSuspect(stored[at..]) && HoldsSuspect(stored.Slice(at, Vector128<ushort>.Count + 1), Vector128<ushort>.Count))
            {
                return true;
            }
        }

        return HoldsSuspect(stored[at..], stored.Length - at);
    }

    private static bool HoldsSuspect(ReadOnlySpan<char> text, int length)
    {
        for (var i = 0; i < length; i++)
        {
            var c = text[i];
            if (c is < ' ' or '\\' or '$' or '{' or '}' or '`' or '&' or '<' or '~'
                || (c is ' ' or '-' or '\'' && i + 1 < text.Length && text[i + 1] == c)
                || (c >= '\u007F' && IsSuspect(c)))
            {
                return true;
            }
        }

        return false;
    }

    // True when one of the first eight characters is suspect, or is no ASCII; the ninth is looked at too.
    private static bool MayHoldSuspect(ReadOnlySpan<char> text)
    {
        var characters = MemoryMarshal.Cast<char, ushort>(text);
        var these = Vector128.Create(characters);
        var next = Vector128.Create(characters[1..]);
        var pairs = Vector128.Equals(these, next)
            & (Equal(these, ' ') | Equal(these, '-') | Equal(these, '\''));
        var marks = Equal(these, '\\') | Equal(these, '$') | Equal(these, '`') | Equal(these, '&') | Equal(these, '<')
            | Vector128.LessThan(these, Vector128.Create((ushort)' '));

        // From "{" on only "|" is a plain character.
        var last = Vector128.GreaterThanOrEqual(these, Vector128.Create((ushort)'{')) & ~Equal(these, '|');
        return (pairs | marks | last) != Vector128<ushort>.Zero;
    }

    private static Vector128<ushort> Equal(Vector128<ushort> characters, char c) => Vector128.Equals(characters, Vector128.Create((ushort)c));

    // Control characters, spaces other than the plain one, what has no width or direction, and what may be half of a character.
    private static bool IsSuspect(char c) => c
        is <= '\u00A0' or '\u00AD' or '\u061C' or '\u1680' or '\u180E' or (>= '\u2000' and <= '\u200F') or (>= '\u2028' and <= '\u202F')
        or (>= '\u205F' and <= '\u206F') or '\u3000' or '\uFEFF' or (>= '\uFFF9' and <= '\uFFFB') or (>= '\uD800' and <= '\uDFFF');
}
