namespace PaperChat.Text;

/// <summary>Tells the dollar signs of LaTeX formulas from those of prices.</summary>
internal static class MathSpans
{
    private const int MaxLength = 600;

    /// <summary>
    /// The index after the formula that opens at a dollar sign; -1 when none does. As in Pandoc, no space follows the opening
    /// sign or precedes the closing one and no digit follows it, unless what stands between can only be LaTeX.
    /// </summary>
    public static int EndOfMath(string text, int at)
    {
        var width = at + 1 < text.Length && text[at + 1] == '$' ? 2 : 1;
        var from = at + width;
        var limit = Math.Min(text.Length, from + MaxLength);
        for (var i = from; i < limit; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == '$')
            {
                if (i == from || (width == 2 && (i + 1 >= text.Length || text[i + 1] != '$')))
                {
                    return -1;
                }

                return IsFormula(text, from, i, i + width) ? i + width : -1;
            }
        }

        return -1;
    }

    private static bool IsFormula(string text, int from, int to, int after)
    {
        var inside = text.AsSpan(from, to - from);
        if (inside.ContainsAny('\\', '^', '_'))
        {
            return true;
        }

        return !char.IsWhiteSpace(inside[0]) && !char.IsWhiteSpace(inside[^1])
            && !(after < text.Length && char.IsAsciiDigit(text[after]))
            && inside.Length <= 80;
    }
}
