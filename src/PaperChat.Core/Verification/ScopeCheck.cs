namespace PaperChat.Verification;

/// <summary>The sentence must not claim more cases, or more certainty, than the text does.</summary>
internal static class ScopeCheck
{
    private const int HeadReach = 5;
    private const int NeighbourReach = 8;

    private static readonly string[] Doubts = ["may", "might", "could", "possibly", "potentially", "perhaps", "likely", "suggest", "suggests", "suggesting", "hypothesize", "hypothesise", "conjecture", "believe", "speculate", "seem", "seems", "appear", "appears", "potential", "possible", "hypothesis", "can", "would", "plausible", "indicate", "indicates", "indicating", "probably", "tend", "tends", "promising", "towards", "toward"];

    private static readonly string[] StrictDoubts = ["may", "might", "could", "possibly", "potentially", "perhaps", "likely", "hypothesize", "hypothesise", "conjecture", "speculate", "seem", "seems", "seemingly"];

    private static readonly string[] Partial = ["some", "several", "many", "most", "often", "sometimes", "partially", "partly", "nearly", "almost", "usually", "typically", "generally", "few", "certain", "half", "occasionally", "majority", "mostly", "largely"];

    public static void Run(ClaimAlignment alignment, List<CheckFailure> failures)
    {
        var claim = alignment.Claim;
        for (var i = 0; i < claim.Words.Count; i++)
        {
            if (ScopeWords.ClassOf(claim.Words[i].Text) is { } strongClass && !IsCounterpart(claim, i) && !(ScopeWords.KindOf(strongClass) == CheckFailureKind.Hedge && IsDenied(claim, i))
                && (IsLimited(alignment, i, strongClass) || !IsBorneOut(alignment, i, strongClass)))
            {
                failures.Add(new CheckFailure(ScopeWords.KindOf(strongClass), claim.Part(i, Math.Min(i + 2, claim.Words.Count - 1))));
                return;
            }
        }

        FindFirst(alignment, failures);
        FindNoOfSome(alignment, failures);
        FindSuperlative(alignment, failures);
        FindLostDoubt(alignment, failures);
    }

    // "not only", "at all", "all-in-one", "for example only"; "most effective" is a superlative, not a share.
    private static bool IsCounterpart(ClaimText claim, int word)
    {
        var before = word > 0 ? claim.Words[word - 1].Text : "";
        var after = word + 1 < claim.Words.Count ? claim.Words[word + 1].Text : "";
        return claim.Words[word].Text switch
        {
            "only" or "solely" or "exclusively" or "purely" => IsAfterNot(claim, word) || before is "than" or "of" or "beyond" || (after is "one" or "few" or "some" or "very") || after.EndsWith("ly", StringComparison.Ordinal) || (after is "a" && word + 2 < claim.Words.Count && claim.Words[word + 2].Text is "few" or "handful" or "small" or "single" or "part"),
            "all" => before is "at" or "above" || TermIndex.JoinedWith(claim, word) is not null,
            "always" or "every" => IsAfterNot(claim, word),
            "most" => before is "the" or "at" || after is "for" or "in" or "on" or "to" or "when" or "with" or "by" or "",
            "any" or "each" => before is "if" or "without" || after is "other",
            "record" or "exact" => before is "to",
            _ => false,
        };
    }

    // "no longer proves" is no certainty.
    private static bool IsDenied(ClaimText claim, int word) =>
        Enumerable.Range(Math.Max(0, word - 3), Math.Min(3, word)).Any(i => claim.Words[i].Clause == claim.Words[word].Clause && NegativeWords.IsNegator(claim, i));

    private static bool IsBorneOut(ClaimAlignment alignment, int word, int strongClass)
    {
        // The sentence that says it says it with doubt: proofs elsewhere in the text are for something else.
        var isDoubted = ScopeWords.KindOf(strongClass) == CheckFailureKind.Hedge && alignment.Support.Count > 0
            && alignment.TextOf(alignment.Support[0]).Words is var best && best.Any(w => Doubts.Contains(w.Text) && w.Text is not ("can" or "would" or "towards" or "toward" or "potential" or "possible"))
            && !best.Any(w => ScopeWords.IsStrong(strongClass, w.Text));
        if (isDoubted)
        {
            return false;
        }

        if (alignment.Claim.Words[word].Text is "most" or "majority"
            && alignment.Support.Any(s => alignment.TextOf(s).Quantities.Any(q => q.Unit == QuantityUnit.Percent && q.Value is >= 50 and < 100)))
        {
            return true;
        }

        // "fails completely" of "achieves 0%".
        if (alignment.Claim.Words[word].Text is "completely" or "entirely" or "fully" or "totally"
            && alignment.Support.Any(s => alignment.TextOf(s).Quantities.Any(q => q.Unit == QuantityUnit.Percent && q.Value is 0 or 100)))
        {
            return true;
        }

        for (var sentence = 0; sentence < alignment.Cited.Sentences.Count; sentence++)
        {
            var text = alignment.TextOf(sentence);
            for (var j = 0; j < text.Words.Count; j++)
            {
                var stored = text.Words[j].Text;
                if (IsAfterNot(text, j) || IsNotAlways(text, j))
                {
                    continue;
                }

                var isStrong = ScopeWords.IsStrong(strongClass, stored);
                if ((isStrong || ScopeWords.IsEnough(strongClass, stored))
                    && (ScopeWords.NeedsHead(strongClass) ? SharesHead(alignment, word, sentence, j) : (alignment.Support.Contains(sentence) && !ScopeWords.IsOnly(strongClass)) || ((isStrong || alignment.Support.Contains(sentence)) && SharesNeighbour(alignment, word, sentence, j))))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // "not always" is not "never".
    private static bool IsNotAlways(ClaimText text, int word) =>
        text.Words[word].Text is "not" or "cannot"
        && Enumerable.Range(word + 1, Math.Min(2, text.Words.Count - word - 1)).Any(i => text.Words[i].Text is "always" or "necessarily" or "all" or "every" or "only" or "assumed" or "guaranteed" or "guarantee" or "fully");

    // Some word near "only" stands near the "only" of the text.
    private static bool SharesNeighbour(ClaimAlignment alignment, int word, int sentence, int stored)
    {
        var words = alignment.Claim.Words;
        for (var i = Math.Max(0, word - NeighbourReach); i < words.Count && i <= word + NeighbourReach; i++)
        {
            if (words[i].IsContent && alignment.MatchesOf(i).Any(m => m.Sentence == sentence && Math.Abs(m.Word - stored) <= NeighbourReach))
            {
                return true;
            }
        }

        return false;
    }

    // "not only", "is not determined solely by".
    private static bool IsAfterNot(ClaimText text, int word) =>
        Enumerable.Range(Math.Max(0, word - 3), Math.Min(3, word)).Any(i => text.Words[i].Text is "not" or "cannot" or "isn" or "aren" && text.Words[i].Clause == text.Words[word].Clause)
        && text.Words[word].Text is "only" or "solely" or "exclusively" or "purely" or "all" or "every" or "always" or "necessarily" or "merely" or "just";

    // "all methods" of "most methods": the text limits just what the sentence widens.
    private static bool IsLimited(ClaimAlignment alignment, int word, int strongClass)
    {
        if (!ScopeWords.NeedsHead(strongClass) || alignment.Claim.Words[word].Text is "most")
        {
            return false;
        }

        var limited = false;
        foreach (var sentence in alignment.Support)
        {
            var text = alignment.TextOf(sentence);
            for (var j = 0; j < text.Words.Count; j++)
            {
                if (ScopeWords.IsStrong(strongClass, text.Words[j].Text) && SharesHead(alignment, word, sentence, j))
                {
                    return false;
                }

                limited |= text.Words[j].Text is "most" or "some" or "many" or "several" or "few" or "certain"
                    && Enumerable.Range(word + 1, Math.Min(4, alignment.Claim.Words.Count - word - 1))
                        .Any(i => alignment.Claim.Words[i].Clause == alignment.Claim.Words[word].Clause
                            && alignment.MatchesOf(i).Any(m => m.Sentence == sentence && m.Word > j && m.Word <= j + 3));
            }
        }

        return limited;
    }

    private static bool SharesHead(ClaimAlignment alignment, int word, int sentence, int stored)
    {
        var heads = 0;
        var words = alignment.Claim.Words;
        for (var i = word + 1; i < words.Count && i <= word + HeadReach; i++)
        {
            if (!words[i].IsContent)
            {
                continue;
            }

            heads++;
            if (alignment.MatchesOf(i).Any(m => m.Sentence == sentence && m.Word > stored - 2 && m.Word <= stored + HeadReach)
                && !(i + 1 < words.Count && words[i + 1].IsContent && words[i + 1].Clause == words[i].Clause && heads == 1
                    && IsModifierOf(alignment, i, sentence, stored)))
            {
                return true;
            }
        }

        return heads == 0;
    }

    // "all visual tasks" is not borne out by "all visual models": the word before the head alone does not count.
    private static bool IsModifierOf(ClaimAlignment alignment, int modifier, int sentence, int stored) =>
        !alignment.MatchesOf(modifier + 1).Any(m => m.Sentence == sentence && m.Word > stored - 2 && m.Word <= stored + HeadReach);

    private static void FindFirst(ClaimAlignment alignment, List<CheckFailure> failures)
    {
        var words = alignment.Claim.Words;
        for (var i = 1; i < words.Count; i++)
        {
            if (words[i].Text is "first" && words[i - 1].Text is "the" && !(i > 2 && words[i - 2].Text == "of" && words[i - 3].Text == "one"))
            {
                var stored = alignment.Support.SelectMany(s => Enumerable.Range(0, alignment.TextOf(s).Words.Count).Select(j => (Text: alignment.TextOf(s), J: j)))
                    .Where(p => p.Text.Words[p.J].Text is "first" or "pioneering" or "initial" or "unprecedented" or "earliest").ToArray();
                if (stored.Length == 0 || stored.All(p => p.J > 2 && p.Text.Words[p.J - 2].Text == "of" && p.Text.Words[p.J - 3].Text == "one"))
                {
                    failures.Add(new CheckFailure(CheckFailureKind.Scope, alignment.Claim.Part(i - 1, i), stored.Length > 0 ? "one of the first" : null));
                    return;
                }
            }
        }
    }

    // "No benchmark can" of "most of them are unable to".
    private static void FindNoOfSome(ClaimAlignment alignment, List<CheckFailure> failures)
    {
        var words = alignment.Claim.Words;
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].Text is not ("no" or "none") || alignment.Support.Count == 0)
            {
                continue;
            }

            var text = alignment.TextOf(alignment.Support[0]);
            var partial = text.Words.FirstOrDefault(w => Partial.Contains(w.Text) || w.Text is "limited");
            if (partial.Text is not null && !words.Any(w => w.Text == partial.Text) && !text.Words.Any(w => w.Text is "no" or "none" or "never" or "without" or "all" or "any" or "lack" or "lacks" or "lacking" or "absence"))
            {
                failures.Add(new CheckFailure(CheckFailureKind.Scope, alignment.Claim.Part(i, Math.Min(i + 2, words.Count - 1)), partial.Text));
                return;
            }
        }
    }

    // "deepest" of "deeper": the text has the comparative alone.
    private static void FindSuperlative(ClaimAlignment alignment, List<CheckFailure> failures)
    {
        foreach (var word in alignment.Claim.Words)
        {
            if (word.Text.Length > 5 && word.Text.EndsWith("est", StringComparison.Ordinal) && word.Text is not ("interest" or "request" or "suggest" or "forest" or "invest" or "honest" or "modest"))
            {
                var comparative = word.Text[..^2] + "r";
                var all = alignment.Support.SelectMany(s => alignment.TextOf(s).Words).Select(w => w.Text).ToHashSet(StringComparer.Ordinal);
                if (all.Contains(comparative) && !all.Contains(word.Text))
                {
                    failures.Add(new CheckFailure(CheckFailureKind.Scope, word.Text, comparative));
                    return;
                }
            }
        }
    }

    // "improves" of "may improve"; "demonstrates" of "we hypothesize".
    private static void FindLostDoubt(ClaimAlignment alignment, List<CheckFailure> failures)
    {
        if (alignment.Support.Count == 0 || alignment.Claim.Words.Any(w => Doubts.Contains(w.Text) || Partial.Contains(w.Text)))
        {
            return;
        }

        var sentence = alignment.Support[0];
        var text = alignment.TextOf(sentence);
        for (var j = 0; j < text.Words.Count; j++)
        {
            if (!StrictDoubts.Contains(text.Words[j].Text))
            {
                continue;
            }

            var next = Enumerable.Range(j + 1, Math.Max(0, Math.Min(4, text.Words.Count - j - 1))).Where(k => text.Words[k].IsContent).Take(2).ToArray();
            if (next.Length > 0 && text.Words[next[0]].Weight >= 0.15 && IsMostlyFrom(alignment, sentence) && Enumerable.Range(0, alignment.Claim.Words.Count)
                .Any(i => alignment.MatchesOf(i).Any(m => m.Sentence == sentence && m.Word == next[0] && m.Similarity >= 0.85)))
            {
                failures.Add(new CheckFailure(CheckFailureKind.Hedge, alignment.Claim.Text, text.Part(j, next[0])));
                return;
            }

            if (next.Length == 2 && next.All(k => Enumerable.Range(0, alignment.Claim.Words.Count)
                .Any(i => alignment.MatchesOf(i).Any(m => m.Sentence == sentence && m.Word == k && m.Similarity >= 0.85))))
            {
                failures.Add(new CheckFailure(CheckFailureKind.Hedge, alignment.Claim.Text, text.Part(j, next[^1])));
                return;
            }
        }
    }

    private static bool IsMostlyFrom(ClaimAlignment alignment, int sentence)
    {
        var words = alignment.Claim.Words;
        var all = words.Where(w => w.IsContent).Sum(w => w.Weight);
        return Enumerable.Range(0, words.Count).Where(i => words[i].IsContent).Sum(i => words[i].Weight * (alignment.In(sentence, i)?.Similarity ?? 0)) >= 0.7 * all;
    }
}
