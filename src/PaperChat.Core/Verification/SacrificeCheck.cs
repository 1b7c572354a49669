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

            int[] given = [.. Enumerable.Range(i + length, Math.Min(Reach + 1, words.Count - i - length)).Where(j => words[j].IsContent && words[j].Weight >= LeastWeight)];
            var kept = given.SelectMany(alignment.MatchesOf).Where(m => m.Similarity >= 0.85).Select(m => KeptAt(alignment.TextOf(m.Sentence), m.Word)).FirstOrDefault(k => k is not null);
            if (kept is not null && !alignment.Support.Any(s => alignment.TextOf(s).Words.Any(w => IsLoss(w.Text))))
            {
                failures.Add(new CheckFailure(CheckFailureKind.Negation, alignment.Claim.Part(i, given[^1]), kept));
                return;
            }
        }
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
