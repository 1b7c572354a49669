using System.Collections.Frozen;

namespace PaperChat.Verification;

/// <summary>What something is said to beat must be what the text compares it with.</summary>
internal static class ComparisonCheck
{
    private static readonly FrozenSet<string> Claims = Set("outperform outperforms outperformed outperforming surpass surpasses surpassed surpassing exceed exceeds exceeded beat beats beating than");

    private static readonly FrozenSet<string> Bearers = Set(
        """
        outperform outperforms outperformed outperforming surpass surpasses surpassed surpassing exceed exceeds exceeded exceeding beat beats
        beating than over compared comparison relative against versus vs better superior improve improves improved improving improvement
        improvements underperform underperforms baselines baseline best competitive match matches worse inferior higher lower faster
        reduction increase gain gains unlike while whereas ahead excels prior more less instead rather well
        """);

    // What is said to be beaten must stand beside a word of better or worse, not of comparison alone.
    private static readonly FrozenSet<string> Neutral = Set(
        "compared comparison relative against versus vs baselines baseline competitive match matches unlike while whereas prior instead rather well");

    public static void Run(ClaimAlignment alignment, List<CheckFailure> failures)
    {
        var words = alignment.Claim.Words;
        for (var i = 0; i < words.Count; i++)
        {
            if (!Claims.Contains(words[i].Text) || (words[i].Text == "than" && i > 0 && words[i - 1].Text is "other" or "rather") || (words[i].Text == "than" && i + 2 < words.Count && words[i + 2].Text is "former" or "latter"))
            {
                continue;
            }

            var last = i;
            while (last + 1 < words.Count && last < i + 5 && words[last + 1].Clause == words[i].Clause && !words[last + 1].IsQuantity
                && words[last + 1].Text is not ("on" or "in" or "by" or "for" or "with" or "at" or "across" or "under"))
            {
                last++;
            }

            if (last > i && !IsCompared(alignment, i + 1, last, words[i].Text != "than"))
            {
                failures.Add(new CheckFailure(CheckFailureKind.AddedClaim, alignment.Claim.Part(i, last)));
                return;
            }
        }
    }

    private static bool IsCompared(ClaimAlignment alignment, int first, int last, bool isWin)
    {
        double all = 0;
        for (var i = first; i <= last; i++)
        {
            all += alignment.Claim.Words[i].IsContent ? alignment.Claim.Words[i].Weight : 0;
        }

        if (all < 0.5)
        {
            return true;
        }

        for (var s = 0; s < alignment.Cited.Sentences.Count; s++)
        {
            if (!alignment.TextOf(s).Words.Any(w => Bears(w.Text, isWin)))
            {
                continue;
            }

            double met = 0;
            for (var i = first; i <= last; i++)
            {
                met += alignment.Claim.Words[i].IsContent ? alignment.Claim.Words[i].Weight * (alignment.In(s, i) is { } place && !(isWin && IsBehindGap(alignment.TextOf(s), place.Word)) ? place.Similarity : 0) : 0;
            }

            if (met >= 0.4 * all)
            {
                return true;
            }
        }

        return false;
    }

    private static bool Bears(string word, bool isWin) =>
        Bearers.Contains(word) ? !isWin || !Neutral.Contains(word) : isWin && word is "art" or "sota" or "leading" or "advantage" or "advantages" or "enhances" or "enhanced" or "boosts" or "boosted" or "stronger" or "fewer" or "advances" or "advanced" or "excel" or "outperforming";

    // "narrows the gap to human readers" does not beat them.
    private static bool IsBehindGap(ClaimText text, int word) =>
        Enumerable.Range(Math.Max(0, word - 5), Math.Min(5, word)).Any(i => text.Words[i].Text is "gap" or "gaps" && text.Words[i].Clause == text.Words[word].Clause);

    private static FrozenSet<string> Set(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
