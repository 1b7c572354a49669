namespace PaperChat.Verification;

/// <summary>A thing of the text exchanged for one that it does not have: "based on hashing" of "based on clustering".</summary>
internal static class SubstitutionCheck
{
    private const double LeastWeight = 0.35;
    private const double RareWeight = 0.83;

    private static readonly string[] Openers = ["a", "an", "the", "of", "on", "in", "by", "for", "with", "from", "as", "to", "using", "via", "through", "into"];

    public static void Run(ClaimAlignment alignment, List<CheckFailure> failures)
    {
        var words = alignment.Claim.Words;
        for (var i = 0; i < words.Count; i++)
        {
            if (!words[i].IsContent || words[i].Weight < LeastWeight || alignment.Cover(i) > 0.3 || words[i].IsName)
            {
                continue;
            }

            if ((words[i].Weight >= RareWeight && !LooksLikeVerb(words, i)) || FindReplaced(alignment, i) is not null)
            {
                failures.Add(new CheckFailure(CheckFailureKind.AddedClaim, alignment.Claim.Part(i, i), FindReplaced(alignment, i)));
                return;
            }
        }
    }

    private static bool LooksLikeVerb(IReadOnlyList<ClaimWord> words, int index) =>
        IsAfterVerbOpener(words, index) || EndsAsVerb(words[index].Text);

    private static bool IsAfterVerbOpener(IReadOnlyList<ClaimWord> words, int index) =>
        index > 0 && words[index - 1].Text is "to" or "can" or "could" or "may" or "might" or "will" or "would" or "should" or "must" or "that" or "which" or "they" or "it" or "not";

    private static bool EndsAsVerb(string word) =>
        word.EndsWith("ed", StringComparison.Ordinal) || word.EndsWith("ing", StringComparison.Ordinal) || word.EndsWith("ly", StringComparison.Ordinal);

    // What the text has between the same neighbours, when nothing of the sentence stands for it.
    private static string? FindReplaced(ClaimAlignment alignment, int word)
    {
        var words = alignment.Claim.Words;
        var opener = word - 1;
        while (opener > 0 && opener > word - 2 && !Openers.Contains(words[opener].Text))
        {
            opener--;
        }

        if (opener < 0 || !Openers.Contains(words[opener].Text) || words[opener].Clause != words[word].Clause)
        {
            return null;
        }

        var left = Enumerable.Range(0, opener).Reverse().Take(2).FirstOrDefault(i => words[i].Term is not null, -1);
        var right = Enumerable.Range(word + 1, Math.Max(0, Math.Min(3, words.Count - word - 1)))
            .FirstOrDefault(i => words[i].IsContent && words[i].Clause == words[word].Clause && alignment.Cover(i) >= 0.9, -1);
        foreach (var sentence in alignment.Support)
        {
            if (left >= 0 && alignment.In(sentence, left) is { Similarity: >= 0.9 } before && Unmet(alignment, sentence, before.Word + 1, 1, words[opener].Text) is { } after)
            {
                return after;
            }

            if (right >= 0 && alignment.In(sentence, right) is { Similarity: >= 0.9 } head && Unmet(alignment, sentence, head.Word - 1, -1, words[opener].Text) is { } modifier)
            {
                return modifier;
            }
        }

        return null;
    }

    // The first word of content in a direction, within three words, if no word of the sentence meets it and the opener stands by it.
    private static string? Unmet(ClaimAlignment alignment, int sentence, int start, int step, string opener)
    {
        var text = alignment.TextOf(sentence);
        var hasOpener = false;
        string? unmet = null;
        for (var (j, n) = (start, 0); j >= 0 && j < text.Words.Count && n < 4; j += step, n++)
        {
            var word = text.Words[j];
            hasOpener |= word.Text == opener;
            if (hasOpener && step < 0)
            {
                break;
            }

            if (!word.IsContent || word.Weight < LeastWeight || unmet is not null)
            {
                continue;
            }

            if (Enumerable.Range(0, alignment.Claim.Words.Count).Any(i => alignment.MatchesOf(i).Any(m => m.Sentence == sentence && m.Word == j)))
            {
                return null;
            }

            unmet = text.Part(j, j);
            if (step > 0)
            {
                break;
            }
        }

        return hasOpener ? unmet : null;
    }
}
