namespace PaperChat.Verification;

/// <summary>What the sentence denies the text must deny, and the other way round.</summary>
internal static class NegationCheck
{
    private const int Targets = 3;
    private const int PairReach = 6;
    private const double LeastWeight = 0.1;

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
            if (NegativeWords.IsNegator(claim, i) && !IsRepeated(alignment, i) && !IsBorneOut(alignment, i))
            {
                failures.Add(new CheckFailure(CheckFailureKind.Negation, claim.Part(i, Math.Min(i + 3, claim.Words.Count - 1))));
                return;
            }
        }
    }

    // What the negation is about stands under a negative word in the text too, or is there as its opposite.
    private static bool IsBorneOut(ClaimAlignment alignment, int negator)
    {
        var targets = TargetsOf(alignment.Claim, negator);
        if (alignment.Claim.Words[negator].Text == "less")
        {
            return targets.Any(t => alignment.MatchesOf(t).Any(m => IsLowered(alignment.TextOf(m.Sentence), m.Word))) || HasOppositeNear(alignment, targets);
        }

        if (alignment.Claim.Words[negator].Text is "no" or "none" or "neither" && targets.Any(t => alignment.MatchesOf(t).Any(m => IsSubjectOfDenied(alignment.TextOf(m.Sentence), m.Word) || IsZero(alignment.TextOf(m.Sentence), m.Word))))
        {
            return true;
        }

        if (IsSaidPlainly(alignment, negator, targets))
        {
            return false;
        }

        if (targets.Length == 0)
        {
            return HasSameKind(alignment, negator);
        }

        var paired = PairedPlaces(alignment, targets);
        if (paired.Count > 0)
        {
            return paired.Any(p => Denial.Covers(alignment.TextOf(p.Sentence), p.Word, alignment.Claim, negator)) || HasOppositeNear(alignment, targets);
        }

        return targets.Any(t => alignment.MatchesOf(t).Any(m => Denial.Covers(alignment.TextOf(m.Sentence), m.Word, alignment.Claim, negator)))
            || HasOppositeNear(alignment, targets)
            || HasSameKind(alignment, negator);
    }

    // "without verification" of "with verification": no word of denial anywhere near it.
    private static bool IsSaidPlainly(ClaimAlignment alignment, int negator, int[] targets) =>
        alignment.Claim.Words[negator].Text == "without" && targets.Length == 1 && alignment.MatchesOf(targets[0]).Any(m => m.Similarity >= 0.95)
        && !alignment.MatchesOf(targets[0]).Any(m => Denial.Covers(alignment.TextOf(m.Sentence), m.Word, alignment.Claim, negator))
        && !HasOppositeNear(alignment, targets);

    // "near-zero attention" of "almost no attention".
    private static bool IsZero(ClaimText text, int word) => word > 0 && text.Words[word - 1].Text is "zero" or "negligible";

    // "less reliable" of "hampers reliability".
    private static bool IsLowered(ClaimText text, int word) =>
        Enumerable.Range(Math.Max(0, word - 4), Math.Min(4, word)).Any(i => text.Words[i].Text.StartsWith("hamper", StringComparison.Ordinal) || text.Words[i].Places.Any(p => Opposites.IsLowering(p)) || NegativeWords.IsNegator(text, i) || text.Words[i].Text is "less" or "poor" or "poorly" or "limited");

    // "no algorithms exist" of "algorithms cannot exist".
    private static bool IsSubjectOfDenied(ClaimText text, int word) =>
        Enumerable.Range(word + 1, Math.Min(4, text.Words.Count - word - 1)).Any(i => text.Words[i].Clause == text.Words[word].Clause && NegativeWords.IsNegator(text, i));

    // The first words of content that the negation is about; where it ends its clause ("but B does not"), those before it.
    private static int[] TargetsOf(ClaimText claim, int negator)
    {
        var (first, last) = Denial.ScopeOf(claim, negator);
        bool Counts(int i) => claim.Words[i].IsContent && (claim.Words[i].Weight >= LeastWeight || i == negator + 1) && !NegativeWords.IsNegative(claim.Words[i].Text) && !(i == negator + 1 && claim.Words[i].Text is "longer");
        int[] after = [.. Enumerable.Range(first, Math.Max(0, last - first + 1)).Where(Counts).Take(Targets)];
        return after.Length > 0
            ? after
            : [.. Enumerable.Range(0, negator).Reverse().TakeWhile(i => claim.Words[i].Clause == claim.Words[negator].Clause).Where(Counts).Take(Targets)];
    }

    // Where the first target stands in the text beside another word of the same clause.
    private static List<WordMatch> PairedPlaces(ClaimAlignment alignment, int[] targets)
    {
        var words = alignment.Claim.Words;
        int[] others = [.. Enumerable.Range(0, words.Count).Where(i => i != targets[0] && words[i].IsContent && words[i].Weight >= LeastWeight
            && (targets.Contains(i) || (words[i].Clause == words[targets[0]].Clause && Math.Abs(i - targets[0]) <= PairReach)))];
        return [.. alignment.MatchesOf(targets[0]).Where(m => m.Similarity >= 0.85 && alignment.Cited.Sentences[m.Sentence].Field != Papers.PaperField.Title && others.Any(o => alignment.MatchesOf(o)
            .Any(n => n.Sentence == m.Sentence && n.Word != m.Word && Math.Abs(n.Word - m.Word) <= PairReach && n.Similarity >= 0.85)))];
    }

    // "does not degrade" of "improves", where the words around are the same.
    private static bool HasOppositeNear(ClaimAlignment alignment, int[] targets)
    {
        var words = alignment.Claim.Words;
        foreach (var sentence in alignment.Support)
        {
            var text = alignment.TextOf(sentence);
            for (var j = 0; j < text.Words.Count; j++)
            {
                if (text.Words[j].Term is not null && !IsTaken(alignment, sentence, j) && targets.Any(t => Opposites.AreOpposed(words[t], text.Words[j]))
                    && Enumerable.Range(0, words.Count).Any(i => words[i].IsContent && words[i].Weight >= LeastWeight
                        && alignment.MatchesOf(i).Any(m => m.Sentence == sentence && m.Word != j && Math.Abs(m.Word - j) <= PairReach)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsTaken(ClaimAlignment alignment, int sentence, int word) =>
        Enumerable.Range(0, alignment.Claim.Words.Count).Any(i => alignment.MatchesOf(i).Any(m => m.Sentence == sentence && m.Word == word && m.Similarity >= 0.9));

    // "fails" of "failure", "cannot meet" of "fall short of": the best sentence has a negative word among the words of this clause.
    private static bool HasSameKind(ClaimAlignment alignment, int negator)
    {
        var claim = alignment.Claim;
        foreach (var sentence in alignment.Support.Take(2))
        {
            var text = alignment.TextOf(sentence);
            for (var j = 0; j < text.Words.Count; j++)
            {
                if (NegativeWords.IsNegative(text.Words[j].Text) && !Denial.IsNotOnly(text, j) && !Denial.IsSpokenFor(text, j, claim, negator)
                    && Enumerable.Range(0, claim.Words.Count).Any(i => claim.Words[i].Clause == claim.Words[negator].Clause && claim.Words[i].IsContent && claim.Words[i].Weight >= LeastWeight
                        && alignment.MatchesOf(i).Any(m => m.Sentence == sentence && Math.Abs(m.Word - j) <= PairReach)))
                {
                    return true;
                }
            }
        }

        return false;
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
                if (text.Words[j].Text == words[negator].Text && Enumerable.Range(negator + 1, Math.Min(3, words.Count - negator - 1))
                    .Any(i => words[i].IsContent && alignment.MatchesOf(i).Any(m => m.Sentence == sentence && Math.Abs(m.Word - j - (i - negator)) <= 1 && m.Similarity >= 0.9)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static void FindMissing(ClaimAlignment alignment, List<CheckFailure> failures)
    {
        foreach (var sentence in alignment.Support.Take(3))
        {
            var text = alignment.TextOf(sentence);
            for (var j = 0; j < text.Words.Count; j++)
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
        var (first, last) = Denial.ScopeOf(text, negator);
        if (Enumerable.Range(first, Math.Max(0, last - first + 1)).Any(j => alignment.Claim.Words.Any(w => Opposites.DifferByPrefix(text.Words[j].Text, w.Text))))
        {
            return false;
        }

        var own = new List<int>();
        for (var j = first; j <= last && j <= first + 6 && own.Count < 2; j++)
        {
            if (!text.Words[j].IsContent || text.Words[j].Weight < LeastWeight || (j == negator + 1 && text.Words[j].Text is "longer"))
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

        return own.Count == 2 && Math.Abs(own[1] - own[0]) <= 9 && !HasNegative(alignment, own, text, negator) && !StandsElsewhere(alignment, sentence, negator, own[0]);
    }

    private static bool HasNegative(ClaimAlignment alignment, List<int> denied, ClaimText text, int negator)
    {
        var word = denied[0];
        var words = alignment.Claim.Words;
        for (var i = Math.Max(0, word - 12); i < words.Count && i <= word + 8; i++)
        {
            var isNegative = (NegativeWords.IsNegative(words[i].Text) && !Denial.IsNotOnly(alignment.Claim, i)) || words[i].Text is "problem" or "problems" or "first";
            if (isNegative && (denied.Exists(d => IsInScope(alignment.Claim, i, d)) || !text.Words.Where((w, j) => j != negator && w.Text == words[i].Text).Any()))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsInScope(ClaimText claim, int negator, int word) =>
        Denial.ScopeOf(claim, negator) is var (first, last) && word >= first && word <= last;

    // The words are also said without the negation.
    private static bool StandsElsewhere(ClaimAlignment alignment, int sentence, int negator, int word) =>
        alignment.MatchesOf(word).Any(m => m.Similarity >= 0.85 && alignment.Support.Contains(m.Sentence)
            && (m.Sentence != sentence || m.Word < negator || m.Word > negator + 5)
            && alignment.MatchesOf(NextContent(alignment.Claim, word)).Any(n => n.Sentence == m.Sentence && Math.Abs(n.Word - m.Word) <= 3));

    private static int NextContent(ClaimText claim, int word)
    {
        var next = Math.Min(word + 1, claim.Words.Count - 1);
        while (next + 1 < claim.Words.Count && !(claim.Words[next].IsContent && claim.Words[next].Weight >= LeastWeight))
        {
            next++;
        }

        return next;
    }
}
