using PaperChat.Questions;
using PaperChat.Text;

namespace PaperChat.Verification;

/// <summary>How near two words of different spelling are in meaning, 0 to 1.</summary>
internal static class WordSimilarity
{
    private const int SharedBeginning = 5;

    private static readonly (string Ending, string Base)[] Comparatives = [("ier", "y"), ("iest", "y"), ("er", ""), ("est", ""), ("er", "e"), ("est", "e")];

    public static double Of(in ClaimWord claimed, in ClaimWord stored)
    {
        if (claimed.Term is not { } a || stored.Term is not { } b)
        {
            return 0;
        }

        if (a == b)
        {
            return 1;
        }

        var similarity = Unopposed(claimed, stored, a, b);
        return similarity > 0 && !Opposites.AreOpposed(claimed, stored) ? similarity : 0;
    }

    private static double Unopposed(in ClaimWord claimed, in ClaimWord stored, string a, string b)
    {
        if (claimed.Synonyms is { } group && group.Contains(b))
        {
            return 0.9;
        }

        if (a[0] == b[0] && !claimed.IsName && !stored.IsName && (SharesBeginning(claimed.Text, stored.Text) || IsStemOf(a, b) || IsStemOf(b, a) || Derivation.AreOfOneFamily(claimed.Text, stored.Text)))
        {
            return 0.85;
        }

        return !claimed.IsName && !stored.IsName && IsThesaurus(a, b) ? 0.7 : 0;
    }

    /// <summary>The terms that may stand for this one; null when there are none.</summary>
    public static HashSet<string>? SynonymsOf(string term) => VerificationSynonyms.Of(term) ?? (PositiveOf(term) is { } positive ? VerificationSynonyms.Of(positive) : null);

    // "harder" has the synonyms of "hard".
    private static string? PositiveOf(string term)
    {
        foreach (var (ending, rest) in Comparatives)
        {
            if (term.EndsWith(ending, StringComparison.Ordinal) && term.Length > ending.Length + 2
                && TextAnalyzer.TermOf(term[..^ending.Length] + rest) is { } positive && VerificationSynonyms.Of(positive) is not null)
            {
                return positive;
            }
        }

        return null;
    }

    // "prefer" of "preferential".
    private static bool IsStemOf(string shorter, string longer) =>
        shorter.Length >= SharedBeginning && longer.Length - shorter.Length is > 0 and <= 4 && longer.StartsWith(shorter, StringComparison.Ordinal);

    // "dissipate"/"dissipation", "optimise"/"optimisation": a long common beginning with two different endings.
    private static bool SharesBeginning(string a, string b)
    {
        var common = a.AsSpan().CommonPrefixLength(b);
        return common >= SharedBeginning && common * 3 >= Math.Max(a.Length, b.Length) * 2
            || (common >= 4 && common == Math.Min(a.Length, b.Length) && Math.Max(a.Length, b.Length) - common <= 4);
    }

    private static bool IsThesaurus(string a, string b)
    {
        foreach (var term in Thesaurus.Of(a))
        {
            if (term == b)
            {
                return true;
            }
        }

        return false;
    }
}
