namespace PaperChat.Text;

/// <summary>
/// LaTeX commands whose backslash a feed has lost: <c>10times</c>, <c>sim100</c>, <c>Oleft(n^2right)</c>. Each is recognised only
/// where no word of a language can stand.
/// </summary>
internal static class FeedArtefacts
{
    // Artefacts without a brace or backslash, which are suspect by themselves, begin with one of these or hold it.
    private static readonly string[] Words = ["times", "sim", "cdot", "left(", "rightarrow", "leftarrow", "leq", "geq", "neq", "infty", "pm"];

    private const int MaxBracketed = 200;

    private static readonly string[] BeforeBrace =
    [
        "mathcal", "mathbb", "mathbf", "mathrm", "mathsf", "mathit", "mathtt", "mathscr", "textbf", "textit", "texttt", "textsc",
        "textrm", "emph", "operatorname", "boldsymbol", "text",
    ];

    private static readonly (string Word, string Symbol)[] Standing =
    [
        ("leftrightarrow", "↔"), ("rightarrow", "→"), ("leftarrow", "←"), ("leq", "≤"), ("geq", "≥"), ("neq", "≠"), ("infty", "∞"),
    ];

    /// <summary>Whether a text without braces may hold an artefact. "Similar" and "sometimes", which most abstracts hold, do not count.</summary>
    public static bool MayStandIn(string text)
    {
        foreach (var word in Words)
        {
            for (var at = 0; text.AsSpan(at).IndexOf(word) is var next and >= 0; at++)
            {
                at += next;
                if (MayStandAt(text, at))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The symbol that stands at <paramref name="at"/>, and how many characters it takes; 0 when there is none.</summary>
    public static int Symbol(string text, int at, out string symbol)
    {
        symbol = "";
        var rest = text.AsSpan(at);
        switch (rest[0])
        {
            case 't' when rest.StartsWith("times") && IsTimes(text, at):
                symbol = "×";
                return 5;
            case 'c' when rest.StartsWith("cdot") && IsCdot(text, at):
                symbol = "·";
                return 4;
            case 's' when rest.StartsWith("sim") && IsSim(text, at):
                symbol = "~";
                return 3;
            case 'p' when rest.StartsWith("pm") && IsPlusMinus(text, at):
                symbol = "±";
                return 2;
            case 'l' or 'r' or 'g' or 'n' or 'i':
                return StandingSymbol(text, at, out symbol);
            default:
                return 0;
        }
    }

    /// <summary>The length of a font command that stands before a brace; 0 when there is none.</summary>
    public static int FontBeforeBrace(string text, int at)
    {
        if (text[at] is not ('m' or 't' or 'e' or 'o' or 'b') || (at > 0 && char.IsAsciiLetterLower(text[at - 1])))
        {
            return 0;
        }

        foreach (var word in BeforeBrace)
        {
            if (at + word.Length < text.Length && text[at + word.Length] == '{' && text.AsSpan(at).StartsWith(word))
            {
                return word.Length;
            }
        }

        return 0;
    }

    /// <summary>For "left(" glued to a capital, "Oleft(x right)", the index of its "right)"; -1 otherwise.</summary>
    public static int RightOfLeft(string text, int at)
    {
        if (at == 0 || !(char.IsUpper(text[at - 1]) || text[at - 1] is '}') || !text.AsSpan(at).StartsWith("left("))
        {
            return -1;
        }

        var depth = 1;
        var limit = Math.Min(text.Length, at + MaxBracketed);
        for (var i = at + 5; i < limit; i++)
        {
            depth += text[i] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth == 0)
            {
                return i - at > 10 && text.AsSpan(0, i).EndsWith("right") ? i - 5 : -1;
            }
        }

        return -1;
    }

    private static bool MayStandAt(string text, int at) => text[at] switch
    {
        't' => IsTimes(text, at),
        's' => IsSim(text, at),
        'c' => IsCdot(text, at),
        'p' => IsPlusMinus(text, at),
        _ => true,
    };

    // "10times", "3.5times", "4times4", "HtimesW": never after or before a small letter.
    private static bool IsTimes(string text, int at)
    {
        var after = Next(text, at + 5);
        if (at == 0 || char.IsAsciiLetterLower(after))
        {
            return false;
        }

        var single = char.IsAsciiLetterUpper(text[at - 1]) && (at == 1 || !char.IsLetter(text[at - 2]));
        return char.IsAsciiDigit(text[at - 1]) || (single && (char.IsAsciiLetterUpper(after) || char.IsAsciiDigit(after)));
    }

    // "ZcdotZ", "{cdot}", "2cdot3".
    private static bool IsCdot(string text, int at)
    {
        var after = Next(text, at + 4);
        return at > 0 && (char.IsAsciiLetterUpper(text[at - 1]) || char.IsAsciiDigit(text[at - 1]) || text[at - 1] is '{' or '}' or ')')
            && (char.IsAsciiLetterUpper(after) || char.IsAsciiDigit(after) || after is '{' or '}' or '(');
    }

    // "sim100", "sim5%": "sim2real" is a word.
    private static bool IsSim(string text, int at)
    {
        if (at > 0 && (char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '-' or '_' or '/'))
        {
            return false;
        }

        var end = at + 3;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || (text[end] is '.' or ',' && char.IsAsciiDigit(Next(text, end + 1)))))
        {
            end++;
        }

        var after = Next(text, end);
        var figure = end - at > 4 || (end - at == 4 && (after is '%' or '\\' || text.AsSpan(end).StartsWith("times")));
        return figure && after is not ('-' or '_') && (!char.IsLetter(after) || IsUnit(text, end));
    }

    private static bool IsUnit(string text, int at) =>
        text.AsSpan(at).StartsWith("times") || (text[at] is 'x' or 'k' or 'K' or 'M' or 'B' or 'T' && !char.IsLetterOrDigit(Next(text, at + 1)));

    // "80.1pm0.3": "3pm5" may be a time.
    private static bool IsPlusMinus(string text, int at)
    {
        if (at < 3 || !char.IsAsciiDigit(text[at - 1]) || !char.IsAsciiDigit(Next(text, at + 2)))
        {
            return false;
        }

        var from = at;
        while (from > 0 && char.IsAsciiDigit(text[from - 1]))
        {
            from--;
        }

        return from > 0 && text[from - 1] == '.';
    }

    private static int StandingSymbol(string text, int at, out string symbol)
    {
        symbol = "";
        if (at > 0 && char.IsLetterOrDigit(text[at - 1]))
        {
            return 0;
        }

        foreach (var (word, sign) in Standing)
        {
            if (text.AsSpan(at).StartsWith(word) && !char.IsLetter(Next(text, at + word.Length)) && Next(text, at + word.Length) is not ('-' or '_'))
            {
                symbol = sign;
                return word.Length;
            }
        }

        return 0;
    }

    private static char Next(string text, int at) => at < text.Length ? text[at] : '\0';
}
