using PaperChat.Text;

namespace PaperChat.Matching;

/// <summary>
/// Texts as their letters and digits alone, in lower case, accents folded: what is left of a title when sources write hyphens, case,
/// quotes and formulas differently. Greek letters are spelled out, "&amp;" is "and".
/// </summary>
internal static class Letters
{
    /// <summary>The most letters that a character becomes.</summary>
    public const int MostOfOne = 7;

    private static readonly string[] Greek =
    [
        "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu", "nu", "xi", "omicron", "pi",
        "rho", "sigma", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega",
    ];

    /// <summary>Writes the letters of one character and returns how many; there must be room for <see cref="MostOfOne"/>.</summary>
    public static int Write(char c, Span<char> letters)
    {
        if (char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c))
        {
            letters[0] = c;
            return 1;
        }

        if (char.IsAscii(c))
        {
            if (char.IsAsciiLetterUpper(c))
            {
                letters[0] = (char)(c | 0x20);
                return 1;
            }

            return c == '&' ? Copy("and", letters) : 0;
        }

        return WriteOther(c, letters);
    }

    private static int WriteOther(char c, Span<char> letters)
    {
        switch (c)
        {
            case '²' or '³' or '¹':
                letters[0] = c == '²' ? '2' : c == '³' ? '3' : '1';
                return 1;
            case '\u03D1':
                return Copy("theta", letters);
            case '\u03D5':
                return Copy("phi", letters);
            case '\u03F5':
                return Copy("epsilon", letters);
        }

        if (!char.IsLetterOrDigit(c) && !char.IsSurrogate(c))
        {
            return 0;
        }

        var lower = char.ToLowerInvariant(c);
        if (lower is >= 'α' and <= 'ω')
        {
            return Copy(Greek[lower - 'α'], letters);
        }

        lower = AccentFolding.Fold(lower);
        if (AccentFolding.FoldLonger(lower) is { } longer)
        {
            return Copy(longer, letters);
        }

        letters[0] = lower;
        return 1;
    }

    private static int Copy(string text, Span<char> letters)
    {
        text.CopyTo(letters);
        return text.Length;
    }
}
