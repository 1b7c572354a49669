namespace PaperChat.Verification;

/// <summary>
/// Two things that keep their places while what goes with each of them changes over: "red doors and blue walls" of "blue doors and red
/// walls", "plans are made from maps" of "maps are made from plans", "from dusk to dawn" of "from dawn to dusk".
/// </summary>
internal static class CrossingCheck
{
    private const double LeastWeight = 0.1;
    private const int Side = 5;
    private const int Reach = 8;

    private static readonly HashSet<string> Joints = new(StringComparer.Ordinal) { "from", "to", "into", "with", "for", "in", "on", "as", "over", "through", "using", "via" };

    public static void Run(ClaimAlignment alignment, List<CheckFailure> failures)
    {
        if ((FindHeads(alignment) ?? FindSides(alignment) ?? FindFromTo(alignment)) is { } found)
        {
            failures.Add(found);
        }
    }

    // Each of two modifiers stands before the head of the other one in the text, and nowhere before its own.
    private static CheckFailure? FindHeads(ClaimAlignment alignment)
    {
        var words = alignment.Claim.Words;
        int[] modifiers = [.. Enumerable.Range(0, Math.Max(0, words.Count - 1)).Where(i => IsThing(words[i]) && IsThing(words[i + 1]) && words[i].Clause == words[i + 1].Clause)];
        foreach (var (x, y) in modifiers.SelectMany(x => modifiers.Where(y => y > x + 1).Select(y => (x, y))))
        {
            if (words[x].Term != words[y].Term && words[x + 1].Term != words[y + 1].Term && IsBefore(alignment, x, y + 1) && IsBefore(alignment, y, x + 1)
                && !IsBefore(alignment, x, x + 1, 2) && !IsBefore(alignment, y, y + 1, 2))
            {
                return new CheckFailure(CheckFailureKind.Name, alignment.Claim.Part(x, x + 1) + " ... " + alignment.Claim.Part(y, y + 1));
            }
        }

        return null;
    }

    private static bool IsBefore(ClaimAlignment alignment, int modifier, int head, int reach = 1) =>
        alignment.MatchesOf(modifier).Any(m => m.Similarity >= 0.85 && alignment.MatchesOf(head).Any(h => h.Sentence == m.Sentence && h.Similarity >= 0.85 && h.Word > m.Word && h.Word - m.Word <= reach));

    // What stands before a participle with its preposition stands behind both in the text, and the other way round.
    private static CheckFailure? FindSides(ClaimAlignment alignment)
    {
        var claim = alignment.Claim;
        for (var v = 1; v + 2 < claim.Words.Count; v++)
        {
            if (!claim.Words[v].IsContent || !Joints.Contains(claim.Words[v + 1].Text))
            {
                continue;
            }

            WordMatch[] places = [.. alignment.MatchesOf(v).Where(m => m.Similarity >= 0.95).DistinctBy(m => (m.Sentence, m.Word))];
            if (places is [var place] && alignment.TextOf(place.Sentence) is var text && place.Word + 1 < text.Words.Count && text.Words[place.Word + 1].Text == claim.Words[v + 1].Text
                && text.Words[place.Word].Text == claim.Words[v].Text && AreTurned(alignment, SideOf(claim, v, -1), SideOf(claim, v + 1, 1), place))
            {
                return new CheckFailure(CheckFailureKind.Name, claim.Part(v, v + 1), text.Part(place.Word, place.Word + 1));
            }
        }

        return null;
    }

    private static int[] SideOf(ClaimText text, int word, int step)
    {
        var found = new List<int>();
        for (var i = word + step; i >= 0 && i < text.Words.Count && Math.Abs(i - word) <= Side + 1 && text.Words[i].Clause == text.Words[word].Clause; i += step)
        {
            if (found.Count > 0 && step > 0 && Joints.Contains(text.Words[i].Text))
            {
                break;
            }

            if (IsThing(text.Words[i]))
            {
                found.Add(i);
            }
        }

        return [.. found];
    }

    // Of the words that only one of the sides has.
    private static bool AreTurned(ClaimAlignment alignment, int[] before, int[] after, WordMatch place)
    {
        var words = alignment.Claim.Words;
        int[] left = [.. before.Where(i => !after.Any(j => words[i].Term == words[j].Term))];
        int[] right = [.. after.Where(i => !before.Any(j => words[i].Term == words[j].Term))];
        bool Stands(int i, int side) => alignment.MatchesOf(i).Any(m => m.Sentence == place.Sentence && m.Similarity >= 0.85 && Math.Sign(m.Word - place.Word) == side && Math.Abs(m.Word - place.Word) <= Reach);
        return left.Length > 0 && right.Length > 0 && left.All(i => !Stands(i, -1)) && left.Any(i => Stands(i, 1)) && right.All(i => !Stands(i, 1)) && right.Any(i => Stands(i, -1));
    }

    private static CheckFailure? FindFromTo(ClaimAlignment alignment)
    {
        var claim = alignment.Claim;
        if (FromTo(claim, 0) is not var (from, to, end))
        {
            return null;
        }

        foreach (var sentence in alignment.Support.Take(3))
        {
            var text = alignment.TextOf(sentence);
            if (FromTo(text, 0) is var (storedFrom, storedTo, storedEnd))
            {
                double Shared(int first, int last, int storedFirst, int storedLast) => Enumerable.Range(first, last - first)
                    .Where(i => IsThing(claim.Words[i]) && alignment.MatchesOf(i).Any(m => m.Sentence == sentence && m.Similarity >= 0.85 && m.Word >= storedFirst && m.Word < storedLast)).Sum(i => claim.Words[i].Weight);
                var straight = (Shared(from, to, storedFrom, storedTo), Shared(to, end, storedTo, storedEnd));
                var crossed = (Shared(from, to, storedTo, storedEnd), Shared(to, end, storedFrom, storedTo));
                if (crossed.Item1 > straight.Item1 && crossed.Item2 >= straight.Item2 && crossed.Item2 > 0)
                {
                    return new CheckFailure(CheckFailureKind.Name, claim.Part(from, end - 1), text.Part(storedFrom, storedEnd - 1));
                }
            }
        }

        return null;
    }

    private static (int From, int To, int End)? FromTo(ClaimText text, int start)
    {
        for (var i = start; i < text.Words.Count; i++)
        {
            var to = text.Words[i].Text == "from" ? Enumerable.Range(i + 2, Math.Max(0, Math.Min(Reach, text.Words.Count - i - 3))).FirstOrDefault(j => text.Words[j].Text == "to" && text.Words[j].Clause == text.Words[i].Clause, -1) : -1;
            if (to > 0)
            {
                var end = to + 1;
                while (end < text.Words.Count && end <= to + Reach && text.Words[end].Clause == text.Words[to].Clause && !Joints.Contains(text.Words[end].Text))
                {
                    end++;
                }

                return end > to + 1 ? (i + 1, to + 1, end) : null;
            }
        }

        return null;
    }

    private static bool IsThing(in ClaimWord word) =>
        word.IsContent && word.Weight >= LeastWeight && !word.Text.EndsWith("ly", StringComparison.Ordinal);
}
