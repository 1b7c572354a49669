namespace PaperChat.Verification;

/// <summary>A thing of the text exchanged for one that it does not have: "based on hashing" of "based on clustering".</summary>
internal static class SubstitutionCheck
{
    private const double LeastWeight = 0.35;
    private const double RareWeight = 0.83;
    private const double ModifierWeight = 0.45;

    private static readonly string[] Openers = ["a", "an", "the", "of", "on", "in", "by", "for", "with", "from", "as", "to", "using", "via", "through", "into"];

    public static void Run(ClaimAlignment alignment, List<CheckFailure> failures)
    {
        var words = alignment.Claim.Words;
        for (var i = 0; i < words.Count; i++)
        {
            if (!words[i].IsContent || words[i].Weight < LeastWeight || alignment.Cover(i) > 0.3 || words[i].IsName || GeneralWords.Contains(words[i].Text) || (i > 0 && words[i - 1].IsQuantity))
            {
                continue;
            }

            var replaced = FindReplaced(alignment, i) ?? FindReplacedModifier(alignment, i) ?? FindReplacedBetween(alignment, i);
            if (replaced is not null || (words[i].Weight >= RareWeight && !LooksLikeVerb(words, i) && IsInNounPlace(words, i)))
            {
                failures.Add(new CheckFailure(CheckFailureKind.AddedClaim, alignment.Claim.Part(i, i), replaced));
                return;
            }
        }
    }

    private static bool IsInNounPlace(IReadOnlyList<ClaimWord> words, int index) =>
        (index > 0 && Openers.Contains(words[index - 1].Text)) || index == 0
        || (index > 1 && Openers.Contains(words[index - 2].Text))
        || (index + 1 < words.Count && words[index + 1].IsContent && words[index + 1].Clause == words[index].Clause);

    // "matrix factorization" of "tensor factorization": another word stands right before the same head.
    private static string? FindReplacedModifier(ClaimAlignment alignment, int word)
    {
        var words = alignment.Claim.Words;
        if (words[word].Weight < ModifierWeight || word + 1 >= words.Count || !words[word + 1].IsContent || words[word + 1].Clause != words[word].Clause
            || words[word + 1].Weight < LeastWeight || LooksLikeVerb(words, word))
        {
            return null;
        }

        foreach (var sentence in alignment.Support.Take(2))
        {
            if (alignment.In(sentence, word + 1) is { Similarity: >= 0.9, Word: > 0 } head && alignment.TextOf(sentence) is var text
                && text.Words[head.Word - 1] is { IsContent: true, Weight: >= ModifierWeight } rival && rival.Clause == text.Words[head.Word].Clause
                && !EndsAsVerb(rival.Text)
                && !Enumerable.Range(0, words.Count).Any(i => alignment.MatchesOf(i).Any(m => m.Sentence == sentence && m.Word == head.Word - 1)))
            {
                return text.Part(head.Word - 1, head.Word - 1);
            }
        }

        return null;
    }

    // "across audio, vision and touch" of "across text, vision and touch": between the same neighbours stands another word.
    private static string? FindReplacedBetween(ClaimAlignment alignment, int word)
    {
        var words = alignment.Claim.Words;
        var left = Enumerable.Range(0, word).Reverse().Take(4).FirstOrDefault(i => words[i].IsContent, -1);
        var right = Enumerable.Range(word + 1, Math.Min(4, words.Count - word - 1)).FirstOrDefault(i => words[i].IsContent, -1);
        if (left < 0 || right < 0 || LooksLikeVerb(words, word) || !(words[word - 1].Term is null || words[word + 1].Clause != words[word].Clause || IsWithinCompound(words, word)))
        {
            return null;
        }

        foreach (var sentence in alignment.Support.Take(2))
        {
            var text = alignment.TextOf(sentence);
            if (Neighbours(alignment, sentence, left, right) is not var (before, after))
            {
                continue;
            }

            if (SlotAt(alignment, sentence, word, left, right, before, after) is { } slot)
            {
                return slot;
            }

            int[] between = [.. Enumerable.Range(before + 1, after - before - 1).Where(j => text.Words[j].IsContent && text.Words[j].Weight >= LeastWeight)];
            if (between.Length is 1 or 2 && !EndsAsVerb(text.Words[between[0]].Text)
                && !between.Any(j => Enumerable.Range(0, words.Count).Any(i => alignment.MatchesOf(i).Any(m => m.Sentence == sentence && m.Word == j))))
            {
                return text.Part(between[0], between[0]);
            }
        }

        return null;
    }

    // The very same distances on both sides: then even a common word is another one.
    private static string? SlotAt(ClaimAlignment alignment, int sentence, int word, int left, int right, int before, int after)
    {
        var text = alignment.TextOf(sentence);
        var place = before + word - left;
        return after - before == right - left && text.Words[place] is { IsContent: true, Weight: >= 0.15 } && !EndsAsVerb(text.Words[place].Text)
            && !Enumerable.Range(0, alignment.Claim.Words.Count).Any(i => alignment.MatchesOf(i).Any(m => m.Sentence == sentence && m.Word == place))
            ? text.Part(place, place) : null;
    }

    // Between two words that it joins without anything between: not the verb of a subject.
    private static bool IsWithinCompound(IReadOnlyList<ClaimWord> words, int word) =>
        words[word - 1].IsContent && words[word + 1].IsContent && !words[word - 1].IsName && !words[word].Text.EndsWith('s') && word > 1
        && (words[word - 2].Term is null || EndsAsVerb(words[word - 1].Text));

    // Where the two stand near one another, with room for a word between them.
    private static (int Before, int After)? Neighbours(ClaimAlignment alignment, int sentence, int left, int right)
    {
        foreach (var before in alignment.MatchesOf(left).Where(m => m.Sentence == sentence && m.Similarity >= 0.9))
        {
            foreach (var after in alignment.MatchesOf(right).Where(m => m.Sentence == sentence && m.Similarity >= 0.9))
            {
                if (after.Word > before.Word + 1 && after.Word <= before.Word + 6)
                {
                    return (before.Word, after.Word);
                }
            }
        }

        return null;
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
