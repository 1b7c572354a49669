namespace PaperChat.Verification;

/// <summary>What a text counts off ("A and B take C and D, respectively") or sets against each other must stay paired as it is there.</summary>
internal static class PairingCheck
{
    private const double LeastWeight = 0.15;
    private const int Reach = 6;

    public static void Run(ClaimAlignment alignment, List<CheckFailure> failures)
    {
        foreach (var sentence in alignment.Support)
        {
            if (IsMispaired(alignment, sentence) || IsRecombined(alignment, sentence))
            {
                failures.Add(new CheckFailure(CheckFailureKind.Name, alignment.Claim.Text, alignment.TextOf(sentence).Text));
                return;
            }
        }
    }

    // Each "x and y" of a text with "respectively" gives its words a side; in the claim neighbours of different pairs must be of one side.
    private static bool IsMispaired(ClaimAlignment alignment, int sentence)
    {
        var text = alignment.TextOf(sentence);
        if (!text.Words.Any(w => w.Text == "respectively"))
        {
            return false;
        }

        var sides = SidesOf(text);
        (int Pair, int Side)?[] own = [.. Enumerable.Range(0, alignment.Claim.Words.Count).Select(i => SideOf(alignment, sentence, sides, i))];
        if (alignment.Claim.Words.Any(w => w.Text == "respectively"))
        {
            return HasTurnedPair(own);
        }

        var (kept, broken) = (0, 0);
        int? last = null;
        for (var i = 0; i < own.Length; i++)
        {
            if (own[i] is not { } here)
            {
                continue;
            }

            if (last is { } before && own[before] is { } there && there.Pair != here.Pair && i - before <= Reach)
            {
                kept += there.Side == here.Side ? 1 : 0;
                broken += there.Side != here.Side ? 1 : 0;
            }

            last = i;
        }

        return broken > kept;
    }

    // Counted off in the claim, too: all its pairs in the text's order, or all in the other one.
    private static bool HasTurnedPair((int Pair, int Side)?[] own)
    {
        var turned = own.OfType<(int Pair, int Side)>().GroupBy(s => s.Pair).Where(g => g.Select(s => s.Side).Distinct().Count() == 2)
            .Select(g => g.First().Side == 1).Distinct().Count();
        return turned == 2;
    }

    private static Dictionary<int, (int Pair, int Side)> SidesOf(ClaimText text)
    {
        var sides = new Dictionary<int, (int, int)>();
        for (var and = 1; and + 1 < text.Words.Count; and++)
        {
            if (text.Words[and].Text != "and")
            {
                continue;
            }

            int[] left = [.. Enumerable.Range(0, and).Reverse().SkipWhile(j => text.Words[j].Term is null && j > and - 2).TakeWhile(j => text.Words[j].IsContent).Take(2)];
            int[] right = [.. Enumerable.Range(and + 1, text.Words.Count - and - 1).SkipWhile(j => text.Words[j].Term is null && j < and + 2).TakeWhile(j => text.Words[j].IsContent).Take(2)];
            foreach (var (words, side) in new[] { (left, 0), (right, 1) })
            {
                foreach (var j in words)
                {
                    sides.TryAdd(j, (and, side));
                }
            }
        }

        // A word on both sides of a pair ("large model and small model") tells nothing.
        foreach (var pair in sides.ToLookup(s => s.Value.Item1))
        {
            var shared = pair.GroupBy(s => text.Words[s.Key].Term).Where(g => g.Select(s => s.Value.Item2).Distinct().Count() == 2).SelectMany(g => g.Select(s => s.Key));
            foreach (var j in shared.ToArray())
            {
                sides.Remove(j);
            }
        }

        return sides;
    }

    private static (int Pair, int Side)? SideOf(ClaimAlignment alignment, int sentence, Dictionary<int, (int Pair, int Side)> sides, int word)
    {
        if (!alignment.Claim.Words[word].IsContent)
        {
            return null;
        }

        (int, int)[] found = [.. alignment.MatchesOf(word).Where(m => m.Sentence == sentence && m.Similarity >= 0.95 && sides.ContainsKey(m.Word)).Select(m => sides[m.Word]).Distinct()];
        return found.Length == 1 ? found[0] : null;
    }

    // "A does what B does" of "A does this, while B does that": what begins a clause stands on one side only, all the rest on the other.
    private static bool IsRecombined(ClaimAlignment alignment, int sentence)
    {
        var text = alignment.TextOf(sentence);
        for (var j = 1; j < text.Words.Count; j++)
        {
            var isContrast = (text.Words[j].Text is "while" or "whereas" && !IsAlong(text, j)) || (text.Words[j].Text == "contrast" && j + 1 < text.Words.Count && text.Words[j + 1].Text is "to" or "with");
            if (!isContrast && !(j == 1 && text.Words[0].Text is "while" or "whereas" && !IsAlong(text, 0)))
            {
                continue;
            }

            // "While A does this, B does that" turns at its comma.
            var at = j > 4 ? j : SecondPart(text, j);
            if (at < 4)
            {
                continue;
            }

            foreach (var clause in Clause(alignment.Claim))
            {
                int[] sides = [.. clause.Select(i => SideOf(alignment, sentence, at, i)).OfType<int>()];
                var turn = Array.FindIndex(sides, s => s != sides[0]);
                if ((turn is 1 or 2 && sides.Length - turn >= 2 && sides.Skip(turn).All(s => s == sides[turn]))
                    || (turn >= 3 && sides.Length - turn <= 2 && sides.Skip(turn).All(s => s == sides[turn])))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // "while keeping", "while also being": of the same one at the same time.
    private static bool IsAlong(ClaimText text, int word) =>
        Enumerable.Range(word + 1, Math.Min(3, text.Words.Count - word - 1)).Any(i => text.Words[i].Text.EndsWith("ing", StringComparison.Ordinal));

    private static int SecondPart(ClaimText text, int first) =>
        Enumerable.Range(first + 1, Math.Max(0, text.Words.Count - first - 1)).FirstOrDefault(i => text.Words[i].Clause != text.Words[i - 1].Clause && text.Words[i].Text is not ("and" or "or") && i > first + 3
            && text.Text.AsSpan(text.Words[i - 1].Start, text.Words[i].Start - text.Words[i - 1].Start).Contains(','), 0) is var part and > 0
            && text.Words[part].Text is not ("it" or "they" or "this" or "these" or "we" or "its" or "their") ? part : 0;

    private static IEnumerable<int[]> Clause(ClaimText claim)
    {
        int[] cuts = [.. Enumerable.Range(1, Math.Max(0, claim.Words.Count - 1)).Where(i => claim.Words[i].Text is "while" or "whereas" or "but"), claim.Words.Count];
        var first = 0;
        foreach (var cut in cuts)
        {
            yield return [.. Enumerable.Range(first, cut - first)];
            first = cut;
        }
    }

    // -1 where all matches of a word stand before the contrast, 1 where all stand after it.
    private static int? SideOf(ClaimAlignment alignment, int sentence, int contrast, int word)
    {
        if (!alignment.Claim.Words[word].IsContent || alignment.Claim.Words[word].Weight < LeastWeight)
        {
            return null;
        }

        int[] sides = [.. alignment.MatchesOf(word).Where(m => m.Sentence == sentence && m.Similarity >= 0.95).Select(m => m.Word >= contrast ? 1 : -1).Distinct()];
        return sides.Length == 1 ? sides[0] : null;
    }
}
