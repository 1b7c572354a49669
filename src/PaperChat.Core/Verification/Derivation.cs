namespace PaperChat.Verification;

/// <summary>What words of one family have in common when their endings are taken off: "dense", "density", "densest".</summary>
internal static class Derivation
{
    private const int MinRoot = 4;

    // The longest first.
    private static readonly string[] Endings =
    [
        "ifications", "ification", "izations", "ization", "isation", "ations", "ically", "ation", "ities", "ators", "ingly", "iness", "ments", "ities", "fully", "ator", "ance", "ence", "ancy", "ency",
        "able", "ible", "ally", "ment", "ness", "ious", "tion", "sion", "ized", "ised", "izes", "ises", "izing", "ions", "ical", "iers", "iest", "edly",
        "ity", "ion", "ive", "ous", "ful", "ant", "ent", "ate", "ize", "ise", "ing", "ers", "ors", "est", "ist", "ier", "ies", "ied", "ily", "ial", "ual",
        "al", "ic", "er", "or", "ed", "es", "ly", "cy", "y", "e", "s",
    ];

    public static bool AreOfOneFamily(string a, string b)
    {
        var left = RootOf(a);
        var right = RootOf(b);
        return left.Length >= MinRoot && left.SequenceEqual(right);
    }

    private static ReadOnlySpan<char> RootOf(string word)
    {
        var root = word.AsSpan();
        var cut = true;
        while (cut)
        {
            cut = false;
            foreach (var ending in Endings)
            {
                if (root.Length - ending.Length >= MinRoot && root.EndsWith(ending))
                {
                    root = root[..^ending.Length];
                    cut = true;
                    break;
                }
            }
        }

        return root;
    }
}
