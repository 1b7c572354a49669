namespace PaperChat.Verification;

/// <summary>What the sentence says is needed or used must not be what the text does without: "training-free", "without retraining".</summary>
internal static class RequirementCheck
{
    private const int Reach = 4;

    private static readonly string[] Needs = ["require", "requires", "required", "requiring", "need", "needs", "needed", "demand", "demands", "depends", "relies", "rely"];

    public static void Run(ClaimAlignment alignment, List<CheckFailure> failures)
    {
        var words = alignment.Claim.Words;
        for (var i = 0; i < words.Count; i++)
        {
            if (!Needs.Contains(words[i].Text) || (words[i].Text is "demand" or "demands" && i > 0 && words[i - 1].IsContent) || Enumerable.Range(0, i).Any(j => NegativeWords.IsNegative(words[j].Text)))
            {
                continue;
            }

            for (var j = i + 1; j < words.Count && j <= i + Reach; j++)
            {
                if (words[j].IsContent && words[j].Weight >= 0.15 && !words.Skip(i).Take(j - i).Any(w => NegativeWords.IsNegative(w.Text)) && IsDoneWithout(alignment, j) is { } found)
                {
                    failures.Add(new CheckFailure(CheckFailureKind.Negation, alignment.Claim.Part(i, j), found));
                    return;
                }
            }
        }
    }

    private static string? IsDoneWithout(ClaimAlignment alignment, int word)
    {
        foreach (var match in alignment.MatchesOf(word).Where(m => m.Similarity >= 0.9))
        {
            var text = alignment.TextOf(match.Sentence);
            if (match.Word + 1 < text.Words.Count && text.Words[match.Word + 1].Text == "free" && TermIndex.JoinedWith(text, match.Word) is not null)
            {
                return text.Part(match.Word, match.Word + 1);
            }

            for (var j = match.Word - 1; j >= 0 && j >= match.Word - 6 && text.Words[j].Clause == text.Words[match.Word].Clause; j--)
            {
                if (text.Words[j].Text.StartsWith("need", StringComparison.Ordinal) && Enumerable.Range(Math.Max(0, j - 3), Math.Min(3, j)).Any(k => IsRemoval(text.Words[k].Text)))
                {
                    return text.Part(j - 1, match.Word);
                }

                if (text.Words[j].Text is "without" && match.Word - j <= 3 || (text.Words[j].Text is "no" && j == match.Word - 1))
                {
                    return text.Part(j, match.Word);
                }
            }
        }

        return null;
    }

    // "eliminates the need for"
    private static bool IsRemoval(string word) =>
        word.StartsWith("eliminat", StringComparison.Ordinal) || word.StartsWith("obviat", StringComparison.Ordinal) || word.StartsWith("remov", StringComparison.Ordinal)
        || word.StartsWith("avoid", StringComparison.Ordinal) || word is "without" or "no" or "circumvents" or "bypasses" or "alleviates";
}
