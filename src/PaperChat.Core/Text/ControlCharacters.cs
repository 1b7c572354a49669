namespace PaperChat.Text;

/// <summary>Characters that are never shown: they steer terminals, change the direction of text, or have no width.</summary>
internal static class ControlCharacters
{
    /// <summary>The length of the control character at <paramref name="at"/>, with the rest of its sequence when it is ESC [ ... (ECMA-48).</summary>
    public static int Length(string text, int at)
    {
        if (text[at] != '\u001B' || at + 1 >= text.Length || text[at + 1] != '[')
        {
            return 1;
        }

        var end = at + 2;
        while (end < text.Length && end < at + 32 && text[end] is >= ' ' and <= '?')
        {
            end++;
        }

        return end < text.Length && text[end] is >= '@' and <= '~' ? end + 1 - at : 2;
    }

    /// <summary>Whether a code point from U+007F on is left out.</summary>
    public static bool IsRemoved(int rune) => rune
        is (>= 0x7F and <= 0x84) or (>= 0x86 and <= 0x9F) or 0xAD or 0x61C or 0x180E
        or (>= 0x200B and <= 0x200F) or (>= 0x202A and <= 0x202E) or (>= 0x2060 and <= 0x206F)
        or 0xFEFF or (>= 0xFFF9 and <= 0xFFFB) or (>= 0xE0000 and <= 0xE007F);

    /// <summary>
    /// Punctuation (U+2000 to U+203F) whose three UTF-8 bytes were read as Latin-1: "â", U+0080, and one more; NUL when there is none.
    /// </summary>
    public static char Mojibake(string text, int at)
    {
        if (text[at] != '\u00E2' || at + 2 >= text.Length || text[at + 1] != '\u0080' || text[at + 2] is < '\u0090' or > '\u00BF')
        {
            return '\0';
        }

        var mended = (char)(0x2000 + (text[at + 2] - 0x80));
        return IsRemoved(mended) || char.IsWhiteSpace(mended) ? '\0' : mended;
    }
}
