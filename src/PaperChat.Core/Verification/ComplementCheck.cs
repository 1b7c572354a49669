namespace PaperChat.Verification;

/// <summary>What a preposition brings in: "beats all readers on torn maps" of "beats all readers on new maps", with torn maps elsewhere.</summary>
internal static class ComplementCheck
{
    private const int Length = 4;
    private const double LeastWeight = 0.3;
    private const double LeastRest = 0.6;

    private static readonly string[] Prepositions = ["of", "on", "in", "for", "with", "during", "from", "into", "via", "under", "at", "across"];

    public static void Run(ClaimAlignment alignment, List<CheckFailure> failures)
    {
        var words = alignment.Claim.Words;
        for (var i = 1; i + 1 < words.Count; i++)
        {
            if (!Prepositions.Contains(words[i].Text) || !words[i - 1].IsContent)
            {
                continue;
            }

            int[] own = [.. Phrase(alignment.Claim, i)];
            if (own.Length == 0 || own.Sum(w => words[w].Weight) < LeastWeight || own.Any(w => words[w].IsQuantity))
            {
                continue;
            }

            foreach (var sentence in alignment.Support.Take(2))
            {
                if (FindOther(alignment, sentence, i, own) is { } other)
                {
                    failures.Add(new CheckFailure(CheckFailureKind.AddedClaim, alignment.Claim.Part(i - 1, own[^1]), other));
                    return;
                }
            }
        }
    }

    private static string? FindOther(ClaimAlignment alignment, int sentence, int preposition, int[] own)
    {
        var text = alignment.TextOf(sentence);
        if (alignment.Cited.Sentences[sentence].Field == Papers.PaperField.Title || RestOf(alignment, sentence, own) < LeastRest
            || own.Any(w => alignment.MatchesOf(w).Any(m => m.Sentence == sentence)))
        {
            return null;
        }

        foreach (var anchor in alignment.MatchesOf(preposition - 1).Where(m => m.Sentence == sentence && m.Similarity >= 0.9))
        {
            var at = anchor.Word + 1;
            if (at + 1 >= text.Words.Count || text.Words[at].Text != alignment.Claim.Words[preposition].Text || text.Words[at].Clause != text.Words[anchor.Word].Clause)
            {
                continue;
            }

            int[] stored = [.. Phrase(text, at)];
            if (stored.Length > 0 && stored.Sum(w => text.Words[w].Weight) >= LeastWeight
                && !stored.Any(w => Enumerable.Range(0, alignment.Claim.Words.Count).Any(c => alignment.MatchesOf(c).Any(m => m.Sentence == sentence && m.Word == w))))
            {
                return text.Part(anchor.Word, stored[^1]);
            }
        }

        return null;
    }

    // How much of the rest of the claim the sentence bears out.
    private static double RestOf(ClaimAlignment alignment, int sentence, int[] own)
    {
        double met = 0;
        double all = 0;
        for (var i = 0; i < alignment.Claim.Words.Count; i++)
        {
            if (alignment.Claim.Words[i].IsContent && !own.Contains(i))
            {
                met += alignment.Claim.Words[i].Weight * (alignment.In(sentence, i)?.Similarity ?? 0);
                all += alignment.Claim.Words[i].Weight;
            }
        }

        return all > 0 ? met / all : 0;
    }

    private static IEnumerable<int> Phrase(ClaimText text, int preposition) =>
        Enumerable.Range(preposition + 1, Math.Min(Length, text.Words.Count - preposition - 1))
            .SkipWhile(i => text.Words[i].Text is "the" or "a" or "an" or "its" or "their" or "this")
            .TakeWhile(i => text.Words[i].Term is not null && text.Words[i].Clause == text.Words[preposition].Clause)
            .Where(i => text.Words[i].IsContent);
}
