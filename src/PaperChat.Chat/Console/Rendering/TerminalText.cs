using System.Globalization;
using System.Text;
using PaperChat.Text;

namespace PaperChat.Chat.Console.Rendering;

/// <summary>
/// Makes text from papers and users safe to print. Escape sequences, other control characters and the marks that reorder text
/// (bidirectional overrides) never reach a terminal.
/// </summary>
internal static class TerminalText
{
    /// <summary>One line: line breaks, tabs and runs of white space become one space.</summary>
    public static string Line(string text) => Filter(text, keepBreaks: false);

    /// <summary>Keeps line breaks (as \n).</summary>
    public static string Block(string text) => Filter(text, keepBreaks: true);

    /// <summary>A stored title or abstract, cleaned for reading, on one line.</summary>
    public static string Cleaned(string stored) => Line(TextCleaner.Clean(stored).Text);

    /// <summary>True for characters that must not reach a terminal.</summary>
    public static bool IsUnsafe(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,
        UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate => true,
        UnicodeCategory.Format => rune.Value is not (0x200C or 0x200D),
        _ => false,
    };

    private static string Filter(string text, bool keepBreaks)
    {
        ArgumentNullException.ThrowIfNull(text);
        var builder = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (keepBreaks && rune.Value == '\n')
            {
                builder.Append('\n');
            }
            else if (Rune.IsWhiteSpace(rune))
            {
                AppendSpace(builder, keepBreaks);
            }
            else if (!IsUnsafe(rune))
            {
                builder.Append(rune);
            }
        }

        return keepBreaks ? builder.ToString() : builder.ToString().Trim();
    }

    private static void AppendSpace(StringBuilder builder, bool keepAll)
    {
        if (keepAll || (builder.Length > 0 && builder[^1] != ' '))
        {
            builder.Append(' ');
        }
    }
}
