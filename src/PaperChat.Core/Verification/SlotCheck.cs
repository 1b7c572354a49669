namespace PaperChat.Verification;

/// <summary>A name in a place where the text has another one: what stands around it stands around that one in the text.</summary>
internal static class SlotCheck
{
    private const int Side = 2;
    private const int ClaimReach = 6;
    private const int TextReach = 4;
    private const int NameReach = 12;

    public static void Run(ClaimAlignment alignment, List<CheckFailure> failures)
    {
        var words = alignment.Claim.Words;
        int[] names = [.. Enumerable.Range(0, words.Count).Where(i => IsName(words[i]) && alignment.Cover(i) >= 0.75)];
        foreach (var name in names)
        {
            if (FindReplaced(alignment, name) is { } replaced)
            {
                failures.Add(new CheckFailure(CheckFailureKind.Name, alignment.Claim.Part(name, name), replaced));
                return;
            }
        }

        foreach (var (x, y) in names.SelectMany(x => names.Where(y => y > x).Select(y => (x, y))))
        {
            if (words[x].Term != words[y].Term && IsInTitle(alignment, x) == IsInTitle(alignment, y) && !IsTurnedAround(alignment.Claim, x, y) && AreExchanged(alignment, x, y))
            {
                failures.Add(new CheckFailure(CheckFailureKind.Name, $"{words[x].Text}, {words[y].Text}", $"{words[y].Text}, {words[x].Text}"));
                return;
            }
        }
    }

    private static string? FindReplaced(ClaimAlignment alignment, int name)
    {
        var own = Best(alignment, name, name);
        for (var sentence = 0; sentence < alignment.Cited.Sentences.Count; sentence++)
        {
            var text = alignment.TextOf(sentence);
            if (alignment.Cited.Sentences[sentence].Field == Papers.PaperField.Title)
            {
                continue;
            }

            for (var j = 0; j < text.Words.Count; j++)
            {
                if (IsName(text.Words[j]) && Score(alignment, name, sentence, j) is >= 2 and var score && score >= own + 1 && (score >= 3 || !alignment.MatchesOf(name).Any(m => m.Sentence == sentence)) && !IsTaken(alignment, sentence, j) && !IsSpelledOut(alignment, sentence, j) && !IsNear(alignment, name, sentence, j))
                {
                    return text.Part(j, j);
                }
            }
        }

        return null;
    }

    private static bool IsInTitle(ClaimAlignment alignment, int word) =>
        alignment.MatchesOf(word).Any(m => alignment.Cited.Sentences[m.Sentence].Field == Papers.PaperField.Title);

    private static bool AreExchanged(ClaimAlignment alignment, int x, int y)
    {
        var own = Best(alignment, x, x) + Best(alignment, y, y);
        var (ofX, ofY) = (Best(alignment, x, y), Best(alignment, y, x));
        return ofX > 0 && ofY > 0 && ofX + ofY >= own + 2
            && !alignment.MatchesOf(x).Any(m => alignment.TextOf(m.Sentence).Words.Any(w => w.Text == "respectively"));
    }

    // "B is guided by A" of "A guides B".
    private static bool IsTurnedAround(ClaimText claim, int x, int y) =>
        Enumerable.Range(x + 1, y - x - 1).Any(i => claim.Words[i].Text is "by" or "from" && claim.Words[i - 1].IsContent);

    // How well the surroundings of one name fit the best place of another.
    private static int Best(ClaimAlignment alignment, int context, int name) =>
        alignment.MatchesOf(name).Select(m => Score(alignment, context, m.Sentence, m.Word)).DefaultIfEmpty(0).Max();

    // The words of content nearest to a name, so many on either side, that stand on the same side of a place in the text.
    private static int Score(ClaimAlignment alignment, int name, int sentence, int place)
    {
        var score = 0;
        var sides = 0;
        foreach (var side in (int[])[-1, 1])
        {
            var taken = 0;
            var met = 0;
            var exact = 0;
            for (var n = 1; n <= ClaimReach && taken < Side; n++)
            {
                var i = name + side * n;
                if (i < 0 || i >= alignment.Claim.Words.Count)
                {
                    break;
                }

                if (alignment.Claim.Words[i].Clause != alignment.Claim.Words[name].Clause && !alignment.Claim.Words[i].IsName && alignment.Claim.Words[i].Term is not null)
                {
                    break;
                }

                if (!alignment.Claim.Words[i].IsContent)
                {
                    continue;
                }

                taken++;
                exact += alignment.MatchesOf(i).Any(m => m.Sentence == sentence && m.Similarity >= 0.9 && m.Word - place == i - name) ? 1 : 0;
                met += alignment.MatchesOf(i).Any(m => m.Sentence == sentence && m.Similarity >= 0.9 && Math.Sign(m.Word - place) == side && Math.Abs(m.Word - place) <= TextReach) ? 1 : 0;
            }

            score += met;
            sides += exact == Side ? 2 : met > 0 || taken == 0 ? 1 : 0;
        }

        return sides >= 2 ? score : Math.Min(score, 1);
    }

    private static bool IsName(in ClaimWord word) => word is { IsName: true, IsContent: true, IsQuantity: false };

    private static bool IsTaken(ClaimAlignment alignment, int sentence, int place) =>
        Enumerable.Range(0, alignment.Claim.Words.Count).Any(i => alignment.MatchesOf(i).Any(m => m.Sentence == sentence && m.Word == place));

    // Part of the words of which a short form that the sentence has is made: "Fast LAntern (FLA)".
    private static bool IsSpelledOut(ClaimAlignment alignment, int sentence, int place)
    {
        var text = alignment.TextOf(sentence);
        for (var j = Math.Max(0, place - 6); j < text.Words.Count && j <= place + 5; j++)
        {
            if (j != place && text.Words[j].IsName && IsTaken(alignment, sentence, j) && text.Text.AsSpan(Math.Min(text.Words[place].Start, text.Words[j].Start), Math.Abs(text.Words[j].Start - text.Words[place].Start)).Contains('('))
            {
                return true;
            }
        }

        return false;
    }

    // The name itself is there as well: "A, B and C", "A (short: B)".
    private static bool IsNear(ClaimAlignment alignment, int name, int sentence, int place) =>
        alignment.MatchesOf(name).Any(m => m.Sentence == sentence && Math.Abs(m.Word - place) <= NameReach);
}
