using PaperChat.Text;

namespace PaperChat.Bibliography;

/// <summary>A piece of a stored text: a formula as it stands, its dollar signs included, or text cleaned for reading.</summary>
internal readonly record struct LatexPiece(string Text, bool IsFormula)
{
    /// <summary>The pieces in order; together they read as the whole text does.</summary>
    public static List<LatexPiece> Of(string stored)
    {
        var pieces = new List<LatexPiece>();
        var start = 0;
        for (var i = 0; i < stored.Length; i++)
        {
            if (stored[i] == '\\')
            {
                i++;
            }
            else if (stored[i] == '$' && MathSpans.EndOfMath(stored, i) is > 0 and var end && IsSafe(stored.AsSpan(i, end - i)))
            {
                AddText(pieces, stored[start..i]);
                pieces.Add(new LatexPiece(stored[i..end], true));
                start = end;
                i = end - 1;
            }
        }

        AddText(pieces, stored[start..]);
        return pieces;
    }

    // A formula whose braces do not match would swallow the rest of the bibliography; one of foreign letters is text to LaTeX.
    private static bool IsSafe(ReadOnlySpan<char> formula)
    {
        var depth = 0;
        foreach (var c in formula)
        {
            depth += c switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth < 0 || c is '%' or '#' or > '~' or < ' ')
            {
                return false;
            }
        }

        return depth == 0;
    }

    private static void AddText(List<LatexPiece> pieces, string stored)
    {
        if (stored.Length > 0)
        {
            var text = TextCleaner.Clean(stored).Text.ReplaceLineEndings(" ");
            var before = pieces.Count > 0 && char.IsWhiteSpace(stored[0]) ? " " : "";
            pieces.Add(new LatexPiece(text.Length == 0 ? before : before + text + (char.IsWhiteSpace(stored[^1]) ? " " : ""), false));
        }
    }
}
