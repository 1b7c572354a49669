namespace PaperChat.Verification;

/// <summary>
/// What is left when numbers and names are checked: the rest of the sentence must be about what the text says, and each part of it about
/// what one stretch of the text says. Words gathered from all over a paper can say anything.
/// </summary>
internal static class CoverageCheck
{
    private const double LeastCover = 0.55;
    private const double MinWeight = 0.5;
    private const int MinWords = 2;
    private const int FewWords = 3;
    private const double Exact = 0.95;
    private const double TermWeight = 0.2;
    private const double TwoWeights = 0.6;
    private const double JoinedWeights = 0.5;
    private const int Stretch = 10;
    private const double EverydayShare = 0.5;

    // What is added stands mostly at the end.
    private const double LeastTogether = 0.35;
    private const double LeastTogetherAtEnd = 0.4;

    public static void Run(ClaimAlignment alignment, List<CheckFailure> failures)
    {
        var claim = alignment.Claim;
        if (claim.Words.Count == 0)
        {
            return;
        }

        if (alignment.CoverOf(0, claim.Words.Count - 1) < LeastCover)
        {
            failures.Add(new CheckFailure(CheckFailureKind.NotInCitedPaper, claim.Text));
            return;
        }

        if (FindTerm(alignment) is { } term)
        {
            failures.Add(term);
            return;
        }

        var path = alignment.Path;
        var first = 0;
        for (var t = 1; t <= path.Words.Count; t++)
        {
            if (t < path.Words.Count && claim.Words[path.Words[t]].Clause == claim.Words[path.Words[t - 1]].Clause)
            {
                continue;
            }

            var least = t == path.Words.Count ? LeastTogetherAtEnd : LeastTogether;
            if (t - first >= MinWords && (t == path.Words.Count || t - first > FewWords || HasThings(claim, path, first, t)) && IsScattered(alignment, path, [.. Enumerable.Range(first, t - first)], least))
            {
                failures.Add(new CheckFailure(CheckFailureKind.AddedClaim, claim.Part(path.Words[first], path.Words[t - 1])));
            }

            first = t;
        }
    }

    // "Earlier works treat size" says next to nothing by itself.
    private static bool HasThings(ClaimText claim, ClaimPath path, int first, int end) =>
        Enumerable.Range(first, end - first).Count(t => !GeneralWords.Contains(claim.Words[path.Words[t]].Text)) > 1;

    // Words of one term, of which the text has none.
    private static CheckFailure? FindTerm(ClaimAlignment alignment)
    {
        var words = alignment.Claim.Words;
        for (var i = 0; i + 1 < words.Count; i++)
        {
            var last = i;
            while (last < words.Count && words[last].Clause == words[i].Clause && IsForeign(alignment, last))
            {
                last++;
            }

            if (last - i >= 2 && !words[i].Text.EndsWith('s') && words.Skip(i).Take(last - i).Sum(w => w.Weight) >= (TermIndex.JoinedWith(alignment.Claim, i) is null ? TwoWeights : JoinedWeights))
            {
                return new CheckFailure(CheckFailureKind.AddedClaim, alignment.Claim.Part(i, last - 1));
            }
        }

        return null;
    }

    private static bool IsForeign(ClaimAlignment alignment, int i)
    {
        var word = alignment.Claim.Words[i];
        var isModifier = i > 0 && alignment.Claim.Words[i - 1].Text is "a" or "an" or "the" or "by" or "via" or "with" or "through" or "using" or "of";
        var isJoined = i > 0 && TermIndex.JoinedWith(alignment.Claim, i - 1) is not null && alignment.MatchesOf(i - 1).Count == 0;
        isModifier |= isJoined;
        return word.IsContent && word.Weight >= TermWeight && alignment.MatchesOf(i).All(m => isJoined && m.Similarity < Exact)
            && (!GeneralWords.Contains(word.Text) || TermIndex.JoinedWith(alignment.Claim, i) is not null)
            && !word.Text.EndsWith("ly", StringComparison.Ordinal) && (isModifier || !word.Text.EndsWith("ed", StringComparison.Ordinal));
    }

    private static bool IsScattered(ClaimAlignment alignment, ClaimPath path, int[] steps, double least)
    {
        var all = steps.Sum(t => Weight(alignment, path.Words[t]));
        return all >= MinWeight && Together(alignment, path, steps) < least * all;
    }

    // Everyday words that the text does not have may say what it says in other words.
    private static double Weight(ClaimAlignment alignment, int word) =>
        alignment.Claim.Words[word].Weight * (GeneralWords.Contains(alignment.Claim.Words[word].Text) && alignment.MatchesOf(word).Count == 0 ? EverydayShare : 1);

    // The most, by weight, of some words that one stretch of the text holds.
    private static double Together(ClaimAlignment alignment, ClaimPath path, int[] steps)
    {
        double best = 0;
        var words = alignment.Claim.Words;
        for (var s = 0; s < alignment.Cited.Sentences.Count; s++)
        {
            var places = steps.Select(t => (Step: t, Places: ClaimPath.PlacesOf(alignment, path.Words[t]).Where(m => m.Sentence == s).ToArray())).Where(p => p.Places.Length > 0).ToArray();
            foreach (var start in places.SelectMany(p => p.Places))
            {
                best = Math.Max(best, places.Sum(p => words[path.Words[p.Step]].Weight
                    * p.Places.Where(m => path.Distance(start, m) is >= 0 and <= Stretch).Select(m => m.Similarity).DefaultIfEmpty(0).Max()));
            }
        }

        return best;
    }
}
