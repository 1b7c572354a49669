namespace PaperChat.Verification;

/// <summary>
/// The first part of a compound changed or left out where it changes the meaning: "supervised" of "self-supervised", "two-stream" of
/// "single-stream", "linear" of "non-linear".
/// </summary>
internal static class CompoundCheck
{
    private static readonly HashSet<string> Kinds = new(StringComparer.Ordinal)
    {
        "self", "semi", "non", "un", "anti", "weakly", "pseudo", "single", "one", "two", "dual", "three", "four", "multi", "cross", "intra", "inter", "uni", "bi", "tri", "low", "high", "pre", "post",
        "white", "black", "zero", "few", "many", "short", "long", "half", "full", "open", "closed", "hard", "soft", "top", "bottom", "early", "late", "in", "out", "on", "off",
    };

    private static readonly HashSet<string> Turning = new(StringComparer.Ordinal) { "self", "semi", "non", "anti", "weakly", "pseudo", "un" };

    private const double LeastWeight = 0.3;

    private static readonly HashSet<string> Endings = new(StringComparer.Ordinal)
    {
        "based", "free", "aware", "agnostic", "driven", "guided", "level", "oriented", "centric", "specific", "augmented", "enhanced", "conditioned", "only", "invariant",
    };

    private static readonly string[] Adjectives = ["ed", "ar", "al", "ic", "ive", "ary", "ous", "ex", "less", "able", "ible"];

    public static void Run(ClaimAlignment alignment, List<CheckFailure> failures)
    {
        var claim = alignment.Claim;
        for (var i = 0; i < claim.Words.Count; i++)
        {
            if (claim.Words[i].Term is null)
            {
                continue;
            }

            var own = PrefixOf(claim, i);
            if (own is not null && (FindOther(alignment, i) ?? FindOtherEnding(alignment, i) ?? FindForeign(alignment, i)) is { } other)
            {
                failures.Add(new CheckFailure(CheckFailureKind.Name, claim.Part(i - 1, i), other));
                return;
            }

            string?[] stored = [.. alignment.MatchesOf(i).Where(m => m.Similarity >= 0.99 && alignment.TextOf(m.Sentence).Words[m.Word].Text == claim.Words[i].Text).Select(m => PrefixOf(alignment.TextOf(m.Sentence), m.Word)).Distinct()];
            if (stored.Length > 0 && stored.All(s => s is not null && s != own && Differs(own, s, claim, i)) && !MeansTheSame(own, stored))
            {
                failures.Add(new CheckFailure(CheckFailureKind.Name, claim.Part(own is null ? i : i - 1, i), stored[0]));
                return;
            }
        }
    }

    // "size-level rules" of "shape-level rules": the same head, and the sentence's compound is nowhere.
    private static string? FindOther(ClaimAlignment alignment, int word)
    {
        var claim = alignment.Claim;
        if (word + 1 >= claim.Words.Count || !claim.Words[word + 1].IsContent || claim.Words[word + 1].Clause != claim.Words[word].Clause
            || alignment.MatchesOf(word - 1).Any(m => alignment.MatchesOf(word).Any(n => n.Sentence == m.Sentence && Math.Abs(n.Word - m.Word) <= 2)))
        {
            return null;
        }

        foreach (var place in alignment.MatchesOf(word).Where(m => m.Similarity >= 0.99))
        {
            var text = alignment.TextOf(place.Sentence);
            if (PrefixOf(text, place.Word) is not null && alignment.MatchesOf(word + 1).Any(m => m.Sentence == place.Sentence && m.Word == place.Word + 1)
                && !Enumerable.Range(0, claim.Words.Count).Any(i => alignment.MatchesOf(i).Any(m => m.Sentence == place.Sentence && m.Word == place.Word - 1 && m.Similarity >= 0.7)))
            {
                return text.Part(place.Word - 1, place.Word);
            }
        }

        return null;
    }

    // "answer-based" of "answer-free" before the same head.
    private static string? FindOtherEnding(ClaimAlignment alignment, int word)
    {
        var claim = alignment.Claim;
        if (!Endings.Contains(claim.Words[word].Text) || word + 1 >= claim.Words.Count)
        {
            return null;
        }

        string? found = null;
        foreach (var place in alignment.MatchesOf(word - 1).Where(m => m.Similarity >= 0.95))
        {
            var text = alignment.TextOf(place.Sentence);
            if (TermIndex.JoinedWith(text, place.Word) is null || text.Words[place.Word + 1].Text == claim.Words[word].Text)
            {
                return null;
            }

            found ??= Endings.Contains(text.Words[place.Word + 1].Text) && alignment.MatchesOf(word + 1).Any(m => m.Sentence == place.Sentence && m.Word == place.Word + 2)
                ? text.Part(place.Word, place.Word + 1) : null;
        }

        return found;
    }

    // "rule-based sorting" where the text has no rules, but sorting based on something else.
    private static string? FindForeign(ClaimAlignment alignment, int word)
    {
        var first = alignment.Claim.Words[word - 1];
        var isForeign = Endings.Contains(alignment.Claim.Words[word].Text) && first.Weight >= LeastWeight && !GeneralWords.Contains(first.Text) && alignment.MatchesOf(word - 1).Count == 0;
        return isForeign ? alignment.Cited.Sentences.Select(s => CompoundIn(s.Text)).FirstOrDefault(c => c is not null) : null;
    }

    private static string? CompoundIn(ClaimText text) =>
        Enumerable.Range(1, Math.Max(0, text.Words.Count - 1)).Where(j => Endings.Contains(text.Words[j].Text) && PrefixOf(text, j) is not null).Select(j => text.Part(j - 1, j)).FirstOrDefault();

    private static string? PrefixOf(ClaimText text, int word) => word > 0 && TermIndex.JoinedWith(text, word - 1) is not null ? text.Words[word - 1].Text : null;

    private static bool Differs(string? own, string stored, ClaimText claim, int word) =>
        own is null
            ? Turning.Contains(stored) && Adjectives.Any(e => claim.Words[word].Text.EndsWith(e, StringComparison.Ordinal)) && !StandsApart(claim, word, stored)
            : Kinds.Contains(own) && Kinds.Contains(stored);

    // "self supervised" without its hyphen.
    private static bool StandsApart(ClaimText claim, int word, string stored) => word > 0 && claim.Words[word - 1].Text == stored;

    private static bool MeansTheSame(string? own, string?[] stored) =>
        stored.Any(s => (own, s) is ("two" or "dual" or "bi", "two" or "dual" or "bi") or ("single" or "one" or "uni", "single" or "one" or "uni") or ("many" or "multi", "many" or "multi") or ("inter" or "cross", "inter" or "cross"));
}
