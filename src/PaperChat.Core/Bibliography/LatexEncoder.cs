using System.Text;
using PaperChat.Text;

namespace PaperChat.Bibliography;

/// <summary>
/// Writes plain text so that LaTeX prints it. Accented Latin letters, Greek and the signs of formulas are written as commands; letters
/// of other scripts and rarer signs stay as they are, in UTF-8. Braces are balanced whatever the text holds.
/// </summary>
internal static class LatexEncoder
{
    public static string Encode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var latex = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            var accent = i + 1 < text.Length ? LatexAccents.OfMark(text[i + 1]) : null;
            if (accent is not null && char.IsAsciiLetter(text[i]))
            {
                AppendAccent(latex, accent, text[i]);
                i++;
            }
            else
            {
                Append(latex, text[i]);
            }
        }

        return latex.ToString();
    }

    private static void Append(StringBuilder latex, char c)
    {
        switch (c)
        {
            case '&' or '%' or '$' or '#' or '_':
                latex.Append('\\').Append(c);
                break;
            case '–':
                latex.Append("--");
                break;
            case '—':
                latex.Append("---");
                break;
            case '`':
                latex.Append("{\\`{}}");
                break;
            case '\u00A0':
                latex.Append('~');
                break;
            case '-' or '\'' when latex.Length > 0 && latex[^1] == c:
                // Two of them would be printed as a dash or a closing quotation mark.
                latex.Append("{}").Append(c);
                break;
            default:
                AppendCharacter(latex, c);
                break;
        }
    }

    private static void AppendCharacter(StringBuilder latex, char c)
    {
        if (char.IsAsciiLetterOrDigit(c))
        {
            latex.Append(c);
        }
        else if (LatexCharacters.TextCommandOf(c) is { } command)
        {
            latex.Append("{\\").Append(command).Append('}');
        }
        else if (LatexCharacters.MathCommandOf(c) is { } formula)
        {
            latex.Append("{\\ensuremath{\\").Append(formula).Append("}}");
        }
        else if (c > '\u007F' && LatexAccents.Decompose(c) is { } parts)
        {
            AppendAccent(latex, parts.Command, parts.Letter);
        }
        else
        {
            latex.Append(char.IsControl(c) ? ' ' : c);
        }
    }

    // The form that BibTeX takes for one letter, in its labels and when it changes case.
    private static void AppendAccent(StringBuilder latex, string command, char letter)
    {
        latex.Append("{\\").Append(command);
        latex.Append(char.IsAsciiLetter(command[0]) ? $"{{{letter}}}" : letter.ToString()).Append('}');
    }
}
