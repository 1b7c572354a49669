namespace PaperChat.Verification;

/// <summary>What the sentence denies the text must deny, and the other way round.</summary>
internal static class NegationCheck
{
    private const int Reach = 5;
    private const int TextReach = 7;
    private const int Company = 8;
    private const int LongCompany = 12;
    private const int After = 2;

    public static void Run(ClaimAlignment alignment, List<CheckFailure> failures)
    {
        FindAdded(alignment, failures);
        FindMissing(alignment, failures);
    }

    private static void FindAdded(ClaimAlignment alignment, List<CheckFailure> failures)
    {
        var claim = alignment.Claim;
        for (var i = 0; i < claim.Words.Count; i++)
        {
            if (!NegativeWords.IsNegator(claim, i) || IsRepeated(alignment, i) || IsBorneOut(alignment, i))
            {
                continue;
            }

            failures.Add(new CheckFailure(CheckFailureKind.Negation, claim.Part(i, Math.Min(i + 3, claim.Words.Count - 1))));
            return;
        }
    }

    // Some word that the negation is about stands in the company of a negative word in the text, or is there as its opposite.
    private static bool IsBorneOut(ClaimAlignment alignment, int negator)
    {
        var claim = alignment.Claim;
        var targets = 0;
        for (var i = negator + 1; i < claim.Words.Count && i <= negator + Reach && targets < 2; i++)
        {
            // A framing verb counts as what is denied when it follows at once: "is not proposed".
            if (!claim.Words[i].IsContent || (claim.Words[i].Weight < 0.1 && i > negator + 1))
            {
                continue;
            }

            targets++;
            if (claim.Words[i].IsContent && targets == 2 && claim.Words[negator].Text is "not" && alignment.Cover(FirstTarget(claim, negator)) >= 0.9)
            {
                return false;
            }

            if (alignment.Support.Any(s => IsNegatedIn(alignment, s, i) || HasOpposite(alignment, s, claim.Words[i])))
            {
                return true;
            }
        }

        return targets == 0;
    }

    // The same negator stands in the text beside one of the same words.
    private static bool IsRepeated(ClaimAlignment alignment, int negator)
    {
        var words = alignment.Claim.Words;
        foreach (var sentence in alignment.Support)
        {
            var text = alignment.TextOf(sentence);
            for (var j = 0; j < text.Words.Count; j++)
            {
                if (text.Words[j].Text == words[negator].Text && Enumerable.Range(Math.Max(0, negator - 2), Math.Min(5, words.Count - Math.Max(0, negator - 2)))
                    .Any(i => i != negator && words[i].IsContent && alignment.MatchesOf(i).Any(m => m.Sentence == sentence && Math.Abs(m.Word - j - (i - negator)) <= 1 && m.Similarity >= 0.9)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static int FirstTarget(ClaimText claim, int negator)
    {
        var at = negator + 1;
        while (!claim.Words[at].IsContent || (claim.Words[at].Weight < 0.1 && at > negator + 1))
        {
            at++;
        }

        return at;
    }

    private static bool IsNegatedIn(ClaimAlignment alignment, int sentence, int word)
    {
        var text = alignment.TextOf(sentence);
        foreach (var match in alignment.MatchesOf(word))
        {
            if (match.Sentence != sentence)
            {
                continue;
            }

            // What "without" or "neither" denies may be a long list.
            for (var j = Math.Max(0, match.Word - LongCompany); j < match.Word - Company; j++)
            {
                if (text.Words[j].Text is "without" or "neither")
                {
                    return true;
                }
            }

            for (var j = Math.Max(0, match.Word - Company); j < text.Words.Count && j <= match.Word + After; j++)
            {
                if (NegativeWords.IsNegative(text.Words[j].Text) && !IsNotOnly(text, j))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsNotOnly(ClaimText text, int word) =>
        text.Words[word].Text is "not" && word + 1 < text.Words.Count && text.Words[word + 1].Text is "only" or "merely" or "just";

    private static bool HasOpposite(ClaimAlignment alignment, int sentence, ClaimWord word) =>
        alignment.TextOf(sentence).Words.Any(w => w.Term is not null && Opposites.AreOpposed(word, w));

    private static void FindMissing(ClaimAlignment alignment, List<CheckFailure> failures)
    {
        foreach (var sentence in alignment.Support.Take(3))
        {
            var text = alignment.TextOf(sentence);
            for (var j = 0; j + 1 < text.Words.Count; j++)
            {
                if (NegativeWords.IsNegator(text, j) && IsDropped(alignment, sentence, j))
                {
                    failures.Add(new CheckFailure(CheckFailureKind.Negation, alignment.Claim.Text, text.Part(j, Math.Min(j + 3, text.Words.Count - 1))));
                    return;
                }
            }
        }
    }

    // The first words after the negator stand in the sentence, next to one another, and nothing there denies them.
    private static bool IsDropped(ClaimAlignment alignment, int sentence, int negator)
    {
        var text = alignment.TextOf(sentence);
        var own = new List<int>();
        for (var j = negator + 1; j < text.Words.Count && j <= negator + TextReach && own.Count < 2; j++)
        {
            if (!text.Words[j].IsContent || text.Words[j].Weight < 0.1 || (j == negator + 1 && text.Words[j].Text is "longer"))
            {
                continue;
            }

            var match = Enumerable.Range(0, alignment.Claim.Words.Count)
                .Where(i => alignment.MatchesOf(i).Any(m => m.Sentence == sentence && m.Word == j && m.Similarity >= 0.85)).ToArray();
            if (match.Length == 0 && text.Words[j].Text.EndsWith("ly", StringComparison.Ordinal))
            {
                continue;
            }

            if (match.Length == 0)
            {
                return false;
            }

            own.Add(match[0]);
        }

        return own.Count == 2 && Math.Abs(own[1] - own[0]) <= 4 && !HasNegative(alignment, own[0]) && !StandsElsewhere(alignment, sentence, negator, own[0]);
    }

    private static bool HasNegative(ClaimAlignment alignment, int word)
    {
        var words = alignment.Claim.Words;
        for (var i = Math.Max(0, word - 12); i < words.Count && i <= word + 8; i++)
        {
            if (NegativeWords.IsNegative(words[i].Text) || words[i].Text is "problem" or "problems" or "first")
            {
                return true;
            }
        }

        return false;
    }

    // The words are also said without the negation.
    private static bool StandsElsewhere(ClaimAlignment alignment, int sentence, int negator, int word) =>
        alignment.MatchesOf(word).Any(m => m.Similarity >= 0.85 && alignment.Support.Contains(m.Sentence)
            && (m.Sentence != sentence || m.Word < negator || m.Word > negator + Reach)
            && alignment.MatchesOf(Math.Min(word + 1, alignment.Claim.Words.Count - 1)).Any(n => n.Sentence == m.Sentence && Math.Abs(n.Word - m.Word) <= 3));
}
