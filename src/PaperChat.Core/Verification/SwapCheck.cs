namespace PaperChat.Verification;

/// <summary>
/// Words that the text has, in each other's place: "A outperforms B" of "B outperforms A", "accurate for A and wrong for B" of the
/// reverse, a part's name given to what another part does.
/// </summary>
internal static class SwapCheck
{
    private const int Reach = 5;
    private const double Ratio = 1.25;
    private const double Unlike = 2;
    private const double LeastGain = 0.35;

    private static readonly string[] Relations = ["outperform", "outperforms", "outperformed", "outperforming", "surpass", "surpasses", "surpassed", "surpassing", "exceed", "exceeds", "exceeded", "beat", "beats", "beating", "underperform", "underperforms", "than", "over", "versus"];

    public static void Run(ClaimAlignment alignment, List<CheckFailure> failures)
    {
        foreach (var sentence in alignment.Support)
        {
            if ((FindRelation(alignment, sentence) ?? ComparedSides.FindTurned(alignment, sentence)) is { } relation)
            {
                failures.Add(relation);
                return;
            }

            if (alignment.Cited.Sentences[sentence].Field != Papers.PaperField.Title && FindPair(alignment, sentence) is { } pair)
            {
                failures.Add(pair);
                return;
            }
        }

        if (FindName(alignment) is { } name)
        {
            failures.Add(name);
        }
    }

    private static CheckFailure? FindRelation(ClaimAlignment alignment, int sentence)
    {
        var words = alignment.Claim.Words;
        var text = alignment.TextOf(sentence);
        for (var i = 0; i < words.Count; i++)
        {
            if (!Relations.Contains(words[i].Text))
            {
                continue;
            }

            var places = Enumerable.Range(0, text.Words.Count)
                .Where(j => Relations.Contains(text.Words[j].Text) && !Opposites.AreOpposed(words[i], text.Words[j])
                    && (text.Words[j].Text is "than" or "over" or "versus") == (words[i].Text is "than" or "over" or "versus")).ToArray();
            if (places.Length != 1)
            {
                continue;
            }

            var before = Sides(alignment, sentence, Math.Max(0, i - 10), i - 1, places[0]);
            var last = i + 1;
            while (last + 1 < words.Count && last < i + 6 && words[last + 1].Text is not ("on" or "at" or "in" or "by" or "for" or "across" or "when"))
            {
                last++;
            }

            var after = Sides(alignment, sentence, i + 1, Math.Min(words.Count - 1, last), places[0]);
            var isTurned = IsPassive(alignment.Claim, i) == IsPassive(text, places[0])
                ? before.Right > before.Left && after.Left > after.Right && before.Left == 0
                : before.Left > before.Right && after.Right > after.Left && before.Right == 0;
            if (isTurned)
            {
                return new CheckFailure(CheckFailureKind.Name, alignment.Claim.Part(Math.Max(0, i - 1), Math.Min(words.Count - 1, i + 2)), text.Part(Math.Max(0, places[0] - 1), Math.Min(text.Words.Count - 1, places[0] + 2)));
            }
        }

        return null;
    }

    private static (double Left, double Right) Sides(ClaimAlignment alignment, int sentence, int first, int last, int relation)
    {
        double left = 0;
        double right = 0;
        for (var i = first; i <= last; i++)
        {
            var word = alignment.Claim.Words[i];
            if (!word.IsContent || word.Weight < 0.1)
            {
                continue;
            }

            var matches = alignment.MatchesOf(i).Where(m => m.Sentence == sentence && m.Similarity >= 0.9 && m.Word != relation).ToArray();
            left += matches.Any(m => m.Word < relation) ? word.Weight : 0;
            right += matches.Any(m => m.Word > relation) && !matches.Any(m => m.Word < relation) ? word.Weight : 0;
        }

        return (left, right);
    }

    internal static bool IsPassive(ClaimText text, int word) =>
        Enumerable.Range(word + 1, Math.Max(0, Math.Min(3, text.Words.Count - word - 1))).Any(i => text.Words[i].Text == "by")
        && word > 0 && text.Words[word - 1].Text is "is" or "are" or "was" or "were" or "been" or "be";

    // Two words whose order is turned, each of whose neighbours stand in the text by the other one.
    private static CheckFailure? FindPair(ClaimAlignment alignment, int sentence)
    {
        var words = alignment.Claim.Words;
        var places = new int?[words.Count];
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].IsContent && words[i].Weight >= 0.15)
            {
                var matches = alignment.MatchesOf(i).Where(m => m.Sentence == sentence && m.Similarity >= 0.95).Select(m => m.Word).Distinct().ToArray();
                places[i] = matches.Length == 1 ? matches[0] : null;
            }
        }

        if (FindCrossed(alignment, places) is { } crossed)
        {
            return crossed;
        }

        for (var x = 0; x < words.Count; x++)
        {
            for (var y = x + 2; y < words.Count; y++)
            {
                if (places[x] is { } tx && places[y] is { } ty && tx > ty + 1 && words[x].Term != words[y].Term && !(words[x].Synonyms?.Contains(words[y].Term!) ?? false)
                    && (words[x].Clause == words[y].Clause || IsComparable(words[x], words[y])))
                {
                    var (own, turned) = Fits(alignment, sentence, x, y, tx, ty);
                    if (turned > own * Ratio && turned - own > LeastGain)
                    {
                        return new CheckFailure(CheckFailureKind.Name, $"{words[x].Text}, {words[y].Text}", $"{words[y].Text}, {words[x].Text}");
                    }
                }
            }
        }

        return null;
    }

    // "X is short, Y is long" of "Y is short, X is long": the opposites keep their order, what they are said of does not.
    private static CheckFailure? FindCrossed(ClaimAlignment alignment, int?[] places)
    {
        var words = alignment.Claim.Words;
        for (var p = 1; p < words.Count; p++)
        {
            for (var q = p + 2; q < words.Count; q++)
            {
                if (places[p] is not { } tp || places[q] is not { } tq || words[p].Clause == words[q].Clause || !Opposites.AreOpposed(words[p], words[q]))
                {
                    continue;
                }

                var first = Subjects(alignment, places, p);
                var second = Subjects(alignment, places, q);
                var isCrossed = tp < tq
                    ? first.Any(x => x > tp && x < tq) && second.Any(y => y < tp)
                    : first.Any(x => x < tq) && second.Any(y => y > tq && y < tp);
                if (isCrossed)
                {
                    return new CheckFailure(CheckFailureKind.Name, alignment.Claim.Part(p, q));
                }
            }
        }

        return null;
    }

    private static int[] Subjects(ClaimAlignment alignment, int?[] places, int predicate) =>
        [.. Enumerable.Range(0, predicate).Where(i => alignment.Claim.Words[i].Clause == alignment.Claim.Words[predicate].Clause && places[i] is not null)
            .Select(i => places[i]!.Value)];

    private static (double Own, double Turned) Fits(ClaimAlignment alignment, int sentence, int x, int y, int tx, int ty)
    {
        var (ownX, turnedX) = Pull(alignment, sentence, x, y, tx, ty);
        var (ownY, turnedY) = Pull(alignment, sentence, y, x, ty, tx);
        var factor = IsComparable(alignment.Claim.Words[x], alignment.Claim.Words[y]) ? 1 : Unlike;
        return turnedX > ownX * factor && turnedY > ownY * factor ? (ownX + ownY, turnedX + turnedY) : (1, 0);
    }

    // Names and opposites are what is put in each other's place; other words change places in honest summaries.
    private static bool IsComparable(ClaimWord x, ClaimWord y) => (x.IsName && y.IsName) || Opposites.AreOpposed(x, y);

    private static (double Own, double Turned) Pull(ClaimAlignment alignment, int sentence, int word, int other, int own, int turned)
    {
        double toOwn = 0;
        double toTurned = 0;
        var words = alignment.Claim.Words;
        for (var i = Math.Max(0, word - Reach); i < words.Count && i <= word + Reach; i++)
        {
            if (i == word || i == other || !words[i].IsContent || Math.Abs(i - other) < Math.Abs(i - word))
            {
                continue;
            }

            double nearOwn = 0;
            double nearTurned = 0;
            foreach (var match in alignment.MatchesOf(i))
            {
                if (match.Sentence == sentence && match.Word != own && match.Word != turned)
                {
                    nearOwn = Math.Max(nearOwn, match.Similarity / (1 + Math.Abs(match.Word - own)));
                    nearTurned = Math.Max(nearTurned, match.Similarity / (1 + Math.Abs(match.Word - turned)));
                }
            }

            var weight = 2.0 / (1 + Math.Abs(i - word));
            toOwn += weight * nearOwn;
            toTurned += weight * nearTurned;
        }

        return (toOwn, toTurned);
    }

    // A name as the subject of what the text says of another name.
    private static CheckFailure? FindName(ClaimAlignment alignment)
    {
        var claim = alignment.Claim;
        foreach (var (first, last) in NameRuns(claim))
        {
            if (StandsInTitle(alignment, first, last))
            {
                continue;
            }

            var next = Enumerable.Range(last + 1, Math.Min(10, claim.Words.Count - last - 1))
                .Where(i => claim.Words[i].IsContent && !claim.Words[i].IsName).Take(5).ToArray();
            if (next.Length < 3 || claim.Words[next[0]].Clause != claim.Words[last].Clause)
            {
                continue;
            }

            foreach (var sentence in alignment.Support)
            {
                var text = alignment.TextOf(sentence);
                foreach (var (rivalFirst, rivalLast) in NameRuns(text))
                {
                    if (IsTaken(alignment, sentence, rivalFirst, rivalLast) || !FollowsClosely(alignment, sentence, rivalLast, next))
                    {
                        continue;
                    }

                    if (!FollowsWithin(alignment, first, last, sentence, next))
                    {
                        return new CheckFailure(CheckFailureKind.Name, claim.Part(first, last), text.Part(rivalFirst, rivalLast));
                    }
                }
            }
        }

        return null;
    }

    private static IEnumerable<(int First, int Last)> NameRuns(ClaimText text)
    {
        for (var i = 0; i < text.Words.Count; i++)
        {
            if (!text.Words[i].IsName || text.Words[i].IsQuantity)
            {
                continue;
            }

            var last = i;
            while (last + 1 < text.Words.Count && text.Words[last + 1].Clause == text.Words[last].Clause && (text.Words[last + 1].IsName || TermIndex.JoinedWith(text, last) is not null))
            {
                last++;
            }

            yield return (i, last);
            i = last;
        }
    }

    private static bool StandsInTitle(ClaimAlignment alignment, int first, int last) =>
        Enumerable.Range(first, last - first + 1).All(i => alignment.MatchesOf(i).Any(m => alignment.Cited.Sentences[m.Sentence].Field == Papers.PaperField.Title));

    private static bool IsTaken(ClaimAlignment alignment, int sentence, int first, int last) =>
        Enumerable.Range(0, alignment.Claim.Words.Count).Any(i => alignment.Claim.Words[i].IsName && alignment.MatchesOf(i).Any(m => m.Sentence == sentence && m.Word >= first && m.Word <= last));

    // The first two words after the claim's name come right after the rival in the text, with no "we" or "it" between.
    private static bool FollowsClosely(ClaimAlignment alignment, int sentence, int rival, int[] next)
    {
        var text = alignment.TextOf(sentence);
        var places = next.Select(i => alignment.In(sentence, i)?.Word).ToArray();
        if (places.Count(p => p > rival && p <= rival + 14) < 3 || !(places.Take(2).OfType<int>().Where(p => p > rival).DefaultIfEmpty(int.MaxValue).Min() <= rival + 3))
        {
            return false;
        }

        return !Enumerable.Range(rival + 1, Math.Min(3, text.Words.Count - rival - 1)).Any(j => text.Words[j].Text is "we" or "it" or "our" or "this" or "its" or "that" or "which");
    }

    // The name itself stands before the same words in the text.
    private static bool FollowsWithin(ClaimAlignment alignment, int first, int last, int sentence, int[] next)
    {
        var starts = Enumerable.Range(first, last - first + 1).SelectMany(alignment.MatchesOf).Where(m => m.Sentence == sentence).Select(m => m.Word).ToArray();
        var verb = next.Take(2).Select(i => alignment.In(sentence, i)?.Word).OfType<int>().DefaultIfEmpty(-1).Min();
        return starts.Any(s => s < verb && verb - s <= 8);
    }
}
