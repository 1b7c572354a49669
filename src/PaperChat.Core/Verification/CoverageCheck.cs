namespace PaperChat.Verification;

/// <summary>What is left when numbers and names are checked: the rest of the sentence must be about what the text says.</summary>
internal static class CoverageCheck
{
    private const double LeastCover = 0.55;
    private const double LeastClauseCover = 0.45;
    private const double MinClauseWeight = 1.0;

    // What one stored sentence must bear out of a clause; words gathered from all over a paper can say anything.
    private const double LeastTogether = 0.42;
    private const double LeastTogetherOfLong = 0.47;
    private const double MinTogetherWeight = 0.8;
    private const double LongWeight = 2;
    private const double TitleWeight = 0.7;

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

        foreach (var (first, last) in Parts(claim))
        {
            double uncovered = 0;
            for (var i = first; i <= last; i++)
            {
                uncovered += claim.Words[i].IsContent ? claim.Words[i].Weight * (1 - alignment.Cover(i)) : 0;
            }

            if ((uncovered >= MinClauseWeight && alignment.CoverOf(first, last) < LeastClauseCover) || IsScattered(alignment, first, last))
            {
                failures.Add(new CheckFailure(CheckFailureKind.AddedClaim, claim.Part(first, last)));
            }
        }
    }

    private static bool IsScattered(ClaimAlignment alignment, int first, int last)
    {
        var words = alignment.Claim.Words;
        var all = Enumerable.Range(first, last - first + 1).Where(i => words[i].IsContent).Sum(i => words[i].Weight);
        if (all < MinTogetherWeight)
        {
            return false;
        }

        var best = Enumerable.Range(0, alignment.Cited.Sentences.Count).Max(s => Enumerable.Range(first, last - first + 1)
            .Where(i => words[i].IsContent).Sum(i => words[i].Weight * Math.Max(alignment.In(s, i)?.Similarity ?? 0, InTitle(alignment, i))));
        return best < all * (all >= LongWeight ? LeastTogetherOfLong : LeastTogether);
    }

    // "They scale" is said of what the title names.
    private static double InTitle(ClaimAlignment alignment, int word) =>
        alignment.Claim.Words[word].Weight >= TitleWeight ? alignment.MatchesOf(word).Where(m => alignment.Cited.Sentences[m.Sentence].Field == Papers.PaperField.Title).Select(m => m.Similarity).DefaultIfEmpty(0).Max() : 0;

    // A clause with fewer than two words of content is judged with the one before.
    private static List<(int First, int Last)> Parts(ClaimText claim)
    {
        var parts = new List<(int First, int Last)>();
        var first = 0;
        for (var i = 1; i <= claim.Words.Count; i++)
        {
            if (i < claim.Words.Count && claim.Words[i].Clause == claim.Words[i - 1].Clause)
            {
                continue;
            }

            if (parts.Count > 0 && claim.Words.Skip(first).Take(i - first).Count(w => w.IsContent) < 2)
            {
                parts[^1] = (parts[^1].First, i - 1);
            }
            else
            {
                parts.Add((first, i - 1));
            }

            first = i;
        }

        return parts;
    }
}
