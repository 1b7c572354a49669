using System.Globalization;
using System.Text;

namespace PaperChat.Hosting;

/// <summary>
/// Makes text of papers, files and users safe to print: control characters (C0, C1, DEL), which could move the cursor, retitle
/// the window or hide what follows, and characters that reorder a line never reach a terminal.
/// </summary>
public static class TerminalText
{
    /// <summary>One line: line breaks and tabs become spaces, other control characters are left out.</summary>
    public static string Line(string? text) => Strip(text, keepLines: false);

    /// <summary>Several lines: <c>\n</c> and <c>\t</c> stay, other control characters are left out.</summary>
    public static string Block(string? text) => Strip(text, keepLines: true);

    private static string Strip(string? text, bool keepLines)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var printed = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t')
            {
                printed.Append(keepLines ? (char)rune.Value : ' ');
            }
            else if (!Rune.IsControl(rune) && !Reorders(rune) && !IsLineSeparator(rune))
            {
                printed.Append(rune);
            }
            else if (IsLineSeparator(rune) || (rune.Value == '\r' && !keepLines))
            {
                printed.Append(' ');
            }
        }

        return printed.ToString();
    }

    private static bool IsLineSeparator(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    // Bidirectional marks, embeddings, overrides and isolates.
    private static bool Reorders(Rune rune) => rune.Value is 0x061C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
