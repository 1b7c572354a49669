namespace PaperChat.Verification;

/// <summary>What the sentence says is given up, the text says is kept: "at the price of accuracy" of "while maintaining accuracy".</summary>
internal static class SacrificeCheck
{
    private const int Reach = 4;
    private const double LeastWeight = 0.1;

    private static readonly string[] Kept =
    [
        "maintain", "preserv", "keep", "retain", "improv", "enhanc", "boost", "equivalent", "comparable", "same", "unchanged", "increas", "higher", "better", "without", "rais", "par", "match", "competitive", "compar",
    ];

    private static readonly string[] Rises = ["longer", "more", "higher", "larger", "greater", "slower", "additional", "extra", "increased", "heavier", "bigger"];

    public static void Run(ClaimAlignment alignment, List<CheckFailure> failures)
    {
        var words = alignment.Claim.Words;
        for (var i = 0; i + 1 < words.Count; i++)
        {
            var length = OpenerAt(words, i);
            if (length == 0 || Enumerable.Range(0, i).Any(j => NegativeWords.IsNegative(words[j].Text)))
            {
                continue;
            }

            if (FindRise(alignment, i + length) is { } lowered)
            {
                failures.Add(new CheckFailure(CheckFailureKind.Negation, alignment.Claim.Part(i, i + length), lowered));
                return;
            }

            int[] given = [.. Enumerable.Range(i + length, Math.Min(Reach + 1, words.Count - i - length)).Where(j => words[j].IsContent && words[j].Weight >= LeastWeight)];
            var kept = given.SelectMany(alignment.MatchesOf).Where(m => m.Similarity >= 0.85).Select(m => KeptAt(alignment.TextOf(m.Sentence), m.Word)).FirstOrDefault(k => k is not null);
            if (kept is not null && !alignment.Support.Any(s => alignment.TextOf(s).Words.Any(w => IsLoss(w.Text))))
            {
                failures.Add(new CheckFailure(CheckFailureKind.Negation, alignment.Claim.Part(i, given[^1]), kept));
                return;
            }
        }
    }

    // "at the cost of longer outputs" of "reducing the length of outputs".
    private static string? FindRise(ClaimAlignment alignment, int first)
    {
        var words = alignment.Claim.Words;
        var rise = Enumerable.Range(first, Math.Max(0, Math.Min(3, words.Count - first))).FirstOrDefault(i => Rises.Contains(words[i].Text), -1);
        return rise < 0 ? null : Enumerable.Range(rise + 1, Math.Min(Reach, words.Count - rise - 1)).Where(i => words[i].IsContent && words[i].Weight >= LeastWeight)
            .SelectMany(alignment.MatchesOf).Where(m => m.Similarity >= 0.85).Select(m => LoweredAt(alignment.TextOf(m.Sentence), m.Word)).FirstOrDefault(l => l is not null);
    }

    private static string? LoweredAt(ClaimText text, int word)
    {
        for (var j = word - 1; j >= 0 && j >= word - Reach && text.Words[j].Clause == text.Words[word].Clause; j--)
        {
            if (text.Words[j].Text is "fewer" or "less" or "without" or "no" or "minimal" or "negligible" or "shorter" or "smaller" || text.Words[j].Places.Any(Opposites.IsLowering))
            {
                return text.Part(j, word);
            }
        }

        return null;
    }

    private static int OpenerAt(IReadOnlyList<ClaimWord> words, int at)
    {
        if (words[at].Text.StartsWith("sacrific", StringComparison.Ordinal))
        {
            return 1;
        }

        return words[at].Text == "at" && at + 3 < words.Count && words[at + 1].Text == "the" && words[at + 2].Text is "price" or "expense" or "cost" && words[at + 3].Text == "of" ? 4 : 0;
    }

    private static bool IsLoss(string word) => word.StartsWith("sacrific", StringComparison.Ordinal) || word is "expense" or "price" or "compromised" or "degrades" or "loses";

    private static string? KeptAt(ClaimText text, int word)
    {
        for (var j = word - 1; j >= 0 && j >= word - Reach && text.Words[j].Clause == text.Words[word].Clause; j--)
        {
            if (Array.Exists(Kept, k => text.Words[j].Text.StartsWith(k, StringComparison.Ordinal)))
            {
                return text.Part(j, word);
            }
        }

        return null;
    }
}
