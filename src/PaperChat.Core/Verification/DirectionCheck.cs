namespace PaperChat.Verification;

/// <summary>A word of direction must not stand where the text has its opposite.</summary>
internal static class DirectionCheck
{
    private const int ClaimReach = 3;
    private const int TextReach = 6;
    private const double Margin = 0.25;

    // Where the text never says the same, less is enough.
    private const double LoneMargin = 0.15;

    private const double ObjectFit = 0.3;

    // So much of the surroundings makes any sentence of the text speak of the same.
    private const double FarFit = 0.7;

    private static readonly string[] Removing =
        ["eliminate", "eliminates", "eliminating", "remove", "removes", "removing", "avoid", "avoids", "avoiding", "obviate", "obviates", "obviating", "dispense", "dispenses"];

    private static readonly string[] Costs =
        ["complexity", "cost", "costs", "error", "errors", "latency", "memory", "time", "loss", "overhead", "perplexity", "consumption", "burden", "rate", "rates"];

    public static void Run(ClaimAlignment alignment, List<CheckFailure> failures)
    {
        var words = alignment.Claim.Words;
        for (var i = 0; i < words.Count; i++)
        {
            if (IsCoordinated(words, i) || (Opposites.IsKind(words[i]) && alignment.MatchesOf(i).Any(m => m.Similarity >= 0.99)) || HasBothPoles(alignment, i) || (words[i].Text == "seen" && i > 0 && words[i - 1].Text is "be" or "is" or "are" or "was" or "were" or "been") || NegativeWords.IsNegator(alignment.Claim, i) || words[i].Text is "with" or "can" or "having")
            {
                continue;
            }

            var (same, opposed, at) = Contexts(alignment, i);
            if (at is { } place && opposed > same + (same == 0 ? LoneMargin : Margin))
            {
                failures.Add(new CheckFailure(
                    CheckFailureKind.Direction, alignment.Claim.Part(i, i), alignment.TextOf(place.Sentence).Part(place.Word, place.Word)));
                return;
            }
        }

        if (DegreeWords.FindTurned(alignment) is { } turned)
        {
            failures.Add(turned);
        }
    }

    // How well the surroundings of a word fit the places where the text says the same, and those where it says the opposite.
    private static (double Same, double Opposed, (int Sentence, int Word)? At) Contexts(ClaimAlignment alignment, int word)
    {
        double same = 0;
        double opposed = 0;
        (int, int)? at = null;
        var own = alignment.Claim.Words[word];
        if (!HasOpposite(alignment, own))
        {
            return (0, 0, null);
        }

        for (var sentence = 0; sentence < alignment.Cited.Sentences.Count; sentence++)
        {
            var text = alignment.TextOf(sentence);
            var isSupport = alignment.Support.Contains(sentence);
            for (var j = 0; j < text.Words.Count; j++)
            {
                var isOpposed = text.Words[j].Text != own.Text && !IsPartOfName(text, j) && !IsSpokenFor(alignment, sentence, j, word) && IsOpposed(alignment.Claim, word, text.Words[j]);
                var isSame = !isOpposed && IsSame(alignment, word, sentence, j);
                if (!isOpposed && !isSame)
                {
                    continue;
                }

                var denied = IsNegated(alignment.Claim, word) != IsNegated(text, j);
                var fromOtherSide = IsSeenFromTheOtherSide(alignment, word, sentence, j);
                var turned = denied != fromOtherSide;
                var fit = Fit(alignment, word, sentence, j) + Surroundings(alignment, word, sentence);
                if (isSame != turned)
                {
                    same = Math.Max(same, fit + 0.01);
                }
                else if ((isSupport || fit >= FarFit) && (isOpposed ? !turned : fromOtherSide && !denied) && fit > opposed)
                {
                    (opposed, at) = (fit, (sentence, j));
                }
            }
        }

        return (same, opposed, at);
    }

    // "from low to high": the text has the two in the same order.
    private static bool HasBothPoles(ClaimAlignment alignment, int word)
    {
        var words = alignment.Claim.Words;
        for (var other = 0; other < words.Count; other++)
        {
            if (other == word || words[other].Clause != words[word].Clause || words[other].Text == words[word].Text || !Opposites.AreOpposed(words[word], words[other]))
            {
                continue;
            }

            if (alignment.MatchesOf(word).Any(m => m.Similarity >= 0.95 && alignment.Support.Contains(m.Sentence) && alignment.MatchesOf(other)
                .Any(n => n.Sentence == m.Sentence && n.Similarity >= 0.95 && n.Word != m.Word && n.Word > m.Word == other > word)))
            {
                return true;
            }
        }

        return false;
    }

    // "both global context and local detail" holds the two.
    private static bool IsCoordinated(IReadOnlyList<ClaimWord> words, int word) =>
        Enumerable.Range(Math.Max(0, word - 4), Math.Min(9, words.Count - Math.Max(0, word - 4))).Any(j => j != word && words[j].Text != words[word].Text
            && Opposites.AreOpposed(words[word], words[j])
            && Enumerable.Range(Math.Min(word, j), Math.Abs(word - j)).Any(k => words[k].Text is "and" or "or" or "nor"));

    // "A needs less than B" of "B, which needs more": what follows "than" stands beside the opposite in the text.
    private static bool IsSeenFromTheOtherSide(ClaimAlignment alignment, int word, int sentence, int stored)
    {
        var words = alignment.Claim.Words;
        var than = Enumerable.Range(word + 1, Math.Max(0, Math.Min(6, words.Count - word - 1))).FirstOrDefault(i => words[i].Text == "than", -1);
        if (than < 0 || Enumerable.Range(stored, Math.Min(6, alignment.TextOf(sentence).Words.Count - stored)).Any(j => alignment.TextOf(sentence).Words[j].Text == "than"))
        {
            return false;
        }

        var others = Enumerable.Range(than + 1, Math.Max(0, Math.Min(5, words.Count - than - 1))).Where(i => words[i].IsContent && words[i].Weight >= 0.1).Take(2).ToArray();
        return others.Length > 0 && others.All(i => alignment.MatchesOf(i).Any(m => m.Sentence == sentence && m.Word < stored && stored - m.Word <= 7 && alignment.TextOf(sentence).Words[m.Word].Clause == alignment.TextOf(sentence).Words[stored].Clause));
    }

    // Few words have one; only for those is it worth looking at what surrounds them.
    private static bool HasOpposite(ClaimAlignment alignment, in ClaimWord own)
    {
        foreach (var sentence in alignment.Support)
        {
            foreach (var stored in alignment.TextOf(sentence).Words)
            {
                if (stored.Text != own.Text && (Opposites.AreOpposed(own, stored) || own.Text.StartsWith("increas", StringComparison.Ordinal)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsSame(ClaimAlignment alignment, int word, int sentence, int stored)
    {
        var (own, other) = (alignment.Claim.Words[word], alignment.TextOf(sentence).Words[stored]);
        return own.Text == other.Text
            || (own.Term is not null && own.Term == other.Term)
            || (own.Places.Length > 0 && other.Places.Length > 0 && own.Places.Any(p => other.Places.Contains(p)) && !IsSaidApart(alignment, word, other))
            || (alignment.MatchesOf(word).Any(m => m.Sentence == sentence && m.Word == stored && m.Similarity >= 0.7) && !HasNegatedForm(alignment, own));
    }

    // "As budgets shrink, it loses": what shrinks is another matter.
    private static bool IsSaidApart(ClaimAlignment alignment, int word, in ClaimWord stored)
    {
        for (var i = 0; i < alignment.Claim.Words.Count; i++)
        {
            if (i != word && alignment.Claim.Words[i].Text == stored.Text)
            {
                return true;
            }
        }

        return false;
    }

    // Beside "ineffective" only "effective" itself says the same as "effective".
    private static bool HasNegatedForm(ClaimAlignment alignment, in ClaimWord own)
    {
        foreach (var sentence in alignment.Support)
        {
            foreach (var stored in alignment.TextOf(sentence).Words)
            {
                if (Opposites.DifferByPrefix(own.Text, stored.Text) || Opposites.DifferByPrefix(stored.Text, own.Text))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsOpposed(ClaimText claim, int word, in ClaimWord stored) =>
        stored.Text.StartsWith("improv", StringComparison.Ordinal) && IsOfCost(claim, word)
            ? IsCostTurned(claim, word, stored)
            : Opposites.AreOpposed(claim.Words[word], stored);

    // To improve a cost is to lower it, not to increase it.
    private static bool IsCostTurned(ClaimText claim, int word, in ClaimWord stored) =>
        claim.Words[word].Text.StartsWith("increas", StringComparison.Ordinal) && stored.Text.StartsWith("improv", StringComparison.Ordinal) && IsOfCost(claim, word);

    private static bool IsOfCost(ClaimText text, int word) =>
        Enumerable.Range(word + 1, Math.Max(0, Math.Min(4, text.Words.Count - word - 1))).Any(i => Costs.Contains(text.Words[i].Text));

    private static double Fit(ClaimAlignment alignment, int word, int sentence, int stored)
    {
        double fit = 0;
        var words = alignment.Claim.Words;
        foreach (var i in Neighbours(alignment.Claim, word))
        {
            double best = 0;
            foreach (var match in alignment.MatchesOf(i))
            {
                var distance = Math.Abs(match.Word - stored);
                if (match.Sentence == sentence && distance > 0 && distance <= TextReach)
                {
                    best = Math.Max(best, match.Similarity * (1.0 - 0.1 * Math.Abs(distance - Math.Abs(i - word))));
                }
            }

            fit += best * Math.Max(0.3, words[i].Weight);
        }

        return fit + (HasSameObject(alignment, word, sentence, stored) ? ObjectFit : 0);
    }

    // "loses its accuracy", "maintains its accuracy".
    private static bool HasSameObject(ClaimAlignment alignment, int word, int sentence, int stored)
    {
        var (words, text) = (alignment.Claim.Words, alignment.TextOf(sentence));
        var own = Enumerable.Range(word + 1, Math.Min(3, words.Count - word - 1)).FirstOrDefault(i => ClaimPath.Counts(words[i]), -1);
        var other = Enumerable.Range(stored + 1, Math.Min(3, text.Words.Count - stored - 1)).FirstOrDefault(j => ClaimPath.Counts(text.Words[j]), -1);
        return own >= 0 && other >= 0 && words[own].Clause == words[word].Clause && text.Words[other].Clause == text.Words[stored].Clause
            && alignment.MatchesOf(own).Any(m => m.Sentence == sentence && m.Word == other && m.Similarity >= 0.95);
    }

    // How much of the rest of the clause stands anywhere in a stored sentence: a rival sentence that has all of it weighs more.
    private static double Surroundings(ClaimAlignment alignment, int word, int sentence)
    {
        double found = 0;
        var words = alignment.Claim.Words;
        for (var i = 0; i < words.Count; i++)
        {
            found += i != word && words[i].IsContent && words[i].Clause == words[word].Clause ? 0.3 * words[i].Weight * (alignment.In(sentence, i)?.Similarity ?? 0) : 0;
        }

        return found;
    }

    // "large language model" says nothing of a size.
    private static bool IsPartOfName(ClaimText text, int word) =>
        word + 1 < text.Words.Count && ((text.Words[word].Text is "large" or "long" or "short" && text.Words[word + 1].Text is "language" or "range") || (text.Words[word].Text is "long" or "short" && text.Words[word + 1].Text is "scale"))
        || (text.Words[word].Text is "loss" or "losses" && !(word + 1 < text.Words.Count && text.Words[word + 1].Text is "of" or "in"));

    // The sentence has the opposite, too: "low where they are few and high where they are many".
    private static bool IsSpokenFor(ClaimAlignment alignment, int sentence, int stored, int word) =>
        (alignment.TextOf(sentence).Words.Any(w => w.Text == "respectively") || !alignment.Cited.Sentences.Any(s => s.Text.Words.Any(w => w.Text == alignment.Claim.Words[word].Text))) &&
        alignment.Claim.Words.Where((w, i) => i != word && w.Text == alignment.TextOf(sentence).Words[stored].Text && w.Places.Length > 0).Any()
        && !alignment.Claim.Words.Where((w, i) => i != word && w.Text != alignment.TextOf(sentence).Words[stored].Text && Opposites.AreOpposed(w, alignment.TextOf(sentence).Words[stored])).Any();

    // The nearest words of content of the same clause, so many on either side.
    private static IEnumerable<int> Neighbours(ClaimText text, int word)
    {
        bool Counts(int i) => text.Words[i].IsContent && text.Words[i].Clause == text.Words[word].Clause;
        return Enumerable.Range(0, word).Reverse().Take(ClaimReach + 2).Where(Counts).Take(ClaimReach)
            .Concat(Enumerable.Range(word + 1, text.Words.Count - word - 1).Take(ClaimReach + 2).Where(Counts).Take(ClaimReach));
    }

    private static bool IsNegated(ClaimText text, int word)
    {
        for (var i = Math.Max(0, word - 3); i < word; i++)
        {
            if (text.Words[i].Clause == text.Words[word].Clause && (NegativeWords.IsNegator(text, i) || Removing.Contains(text.Words[i].Text)))
            {
                return true;
            }
        }

        // "an accurate model is not available".
        return Enumerable.Range(word + 1, Math.Min(8, text.Words.Count - word - 1)).Any(i => text.Words[i].Text is "not" && text.Words[i - 1].Text is "is" or "are" && text.Words[i].Clause == text.Words[word].Clause
            && i + 1 < text.Words.Count && text.Words[i + 1].Text is "available" or "possible" or "given" or "guaranteed" or "known" or "provided");
    }
}
