namespace PaperChat.Verification;

/// <summary>
/// What the text says of one of two kinds, said of the other: "offline taps are sorted by size" where the text sorts the online taps by
/// size. Two kinds are told apart by the word before a head that both have.
/// </summary>
internal static class SiblingCheck
{
    private const double LeastWeight = 0.1;
    private const double LeastFit = 0.75;
    private const double Margin = 0.35;
    private const double LeastContext = 0.7;
    private const int MinContext = 3;
    private const double OtherSide = 0.8;

    public static void Run(ClaimAlignment alignment, List<CheckFailure> failures)
    {
        var words = alignment.Claim.Words;
        for (var i = 0; i + 1 < words.Count; i++)
        {
            if (IsModifier(alignment.Claim, i) && (FindSibling(alignment, i) ?? FindOpposite(alignment, i)) is { } sibling)
            {
                failures.Add(new CheckFailure(CheckFailureKind.Name, alignment.Claim.Part(i, i + 1), sibling));
                return;
            }
        }
    }

    private static bool IsModifier(ClaimText text, int i) =>
        i + 1 < text.Words.Count && text.Words[i] is { IsContent: true, Weight: >= LeastWeight } && text.Words[i + 1].IsContent && text.Words[i].Clause == text.Words[i + 1].Clause
        && !text.Words[i].Text.EndsWith("ly", StringComparison.Ordinal);

    private static string? FindSibling(ClaimAlignment alignment, int modifier)
    {
        var words = alignment.Claim.Words;
        var first = modifier;
        while (first > 0 && words[first - 1].IsContent && words[first - 1].Clause == words[modifier].Clause)
        {
            first--;
        }

        int[] context = [.. Enumerable.Range(0, words.Count).Where(i => (i < first || i > modifier + 1) && i < Than(alignment.Claim) && ClaimPath.Counts(words[i]) && words[i].Term != words[modifier].Term)];
        WordMatch[] own = [.. alignment.MatchesOf(modifier).Where(m => m.Similarity >= 0.85 && !IsTitle(alignment, m))];
        WordMatch[] joined = [.. own.Where(m => alignment.MatchesOf(modifier + 1).Any(h => h.Sentence == m.Sentence && h.Word == m.Word + 1))];
        own = joined.Length > 0 ? joined : own;
        if (context.Length < MinContext || own.Length == 0 || context.Sum(i => words[i].Weight) < LeastContext)
        {
            return null;
        }

        double? best = null;
        foreach (var head in alignment.MatchesOf(modifier + 1).Where(m => m.Similarity >= 0.95 && m.Word > 0 && !IsTitle(alignment, m)))
        {
            var text = alignment.TextOf(head.Sentence);
            if (IsModifier(text, head.Word - 1) && IsOther(alignment, modifier, head) && Fit(alignment, context, modifier, head) is >= LeastFit and var fit)
            {
                best ??= own.Max(m => Fit(alignment, context, modifier, m));
                if (best <= fit - Margin)
                {
                    return text.Part(head.Word - 1, head.Word);
                }
            }
        }

        return null;
    }

    // "Pip has steep slopes" where the text names Pip beside flat slopes, and steep ones without it.
    private static string? FindOpposite(ClaimAlignment alignment, int modifier)
    {
        var words = alignment.Claim.Words;
        var name = Enumerable.Range(0, modifier).FirstOrDefault(i => words[i].IsName && !words[i].IsQuantity && words[i].Clause == words[modifier].Clause && alignment.MatchesOf(i).Count > 0, -1);
        bool HasName(int sentence) => alignment.MatchesOf(name).Any(m => m.Sentence == sentence);
        WordMatch[] heads = name < 0 || words[modifier].Places.Length == 0 ? [] : [.. alignment.MatchesOf(modifier + 1).Where(m => m.Similarity >= 0.95 && m.Word > 0)];
        var own = alignment.MatchesOf(modifier).Where(m => m.Similarity >= 0.85 && heads.Any(h => h.Sentence == m.Sentence && h.Word == m.Word + 1)).ToArray();
        if (own.Length == 0 || own.Any(m => HasName(m.Sentence)))
        {
            return null;
        }

        var other = heads.FirstOrDefault(h => HasName(h.Sentence) && Opposites.AreOpposed(words[modifier], alignment.TextOf(h.Sentence).Words[h.Word - 1]), new WordMatch(-1, 0, 0));
        return other.Sentence < 0 ? null : alignment.TextOf(other.Sentence).Part(other.Word - 1, other.Word);
    }

    // Another kind: the text has both with this head, or they are opposites, and the sentence has not the other one as well.
    private static bool IsOther(ClaimAlignment alignment, int modifier, WordMatch head)
    {
        var text = alignment.TextOf(head.Sentence);
        var (own, other) = (alignment.Claim.Words[modifier], text.Words[head.Word - 1]);
        var isKind = Opposites.AreOpposed(own, other) || alignment.MatchesOf(modifier).Any(m => m.Word + 1 < alignment.TextOf(m.Sentence).Words.Count
            && alignment.MatchesOf(modifier + 1).Any(h => h.Sentence == m.Sentence && h.Word == m.Word + 1));
        return isKind && WordSimilarity.Of(own, other) == 0 && !(other.IsName && other.Text.Contains(own.Text[0], StringComparison.Ordinal))
            && !Enumerable.Range(0, Than(alignment.Claim)).Any(i => alignment.MatchesOf(i).Any(m => m.Sentence == head.Sentence && m.Word == head.Word - 1));
    }

    // What something is compared with may well be the other kind.
    private static int Than(ClaimText claim) => Enumerable.Range(0, claim.Words.Count).FirstOrDefault(i => claim.Words[i].Text == "than", claim.Words.Count);

    // How much of the rest of the sentence stands as near to a place of the text as it does to the word here; 0 to 1.
    private static double Fit(ClaimAlignment alignment, int[] context, int word, WordMatch place)
    {
        var (met, all) = (0.0, 0.0);
        foreach (var i in context)
        {
            var weight = alignment.Claim.Words[i].Weight / (1 + Math.Abs(i - word));
            all += weight;
            var near = ClaimPath.PlacesOf(alignment, i).Where(m => m.Sentence == place.Sentence && m.Word != place.Word)
                .Select(m => m.Similarity * (Math.Sign(m.Word - place.Word) == Math.Sign(i - word) ? 1 : OtherSide) * Math.Min(1, (2.0 + Math.Abs(i - word)) / (1 + Math.Abs(m.Word - place.Word)))).DefaultIfEmpty(0).Max();
            met += weight * near;
        }

        return all > 0 ? met / all : 0;
    }

    private static bool IsTitle(ClaimAlignment alignment, WordMatch place) => alignment.Cited.Sentences[place.Sentence].Field == Papers.PaperField.Title;
}
