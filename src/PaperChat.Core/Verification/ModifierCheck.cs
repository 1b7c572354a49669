namespace PaperChat.Verification;

/// <summary>What stands right before a word in the sentence must not be another than in the stored sentence that has all the rest.</summary>
internal static class ModifierCheck
{
    private const double LeastWeight = 0.15;
    private const double LeastRest = 0.7;

    public static void Run(ClaimAlignment alignment, List<CheckFailure> failures)
    {
        var words = alignment.Claim.Words;
        if (alignment.Support.Count == 0 || alignment.Cited.Sentences[alignment.Support[0]].Field == Papers.PaperField.Title)
        {
            return;
        }

        var sentence = alignment.Support[0];
        for (var i = 0; i + 1 < words.Count; i++)
        {
            if (IsModifier(words, i) && !alignment.MatchesOf(i).Any(m => m.Sentence == sentence && m.Similarity >= 0.85) && Rest(alignment, sentence, i) >= LeastRest
                && FindOther(alignment, sentence, i + 1) is { } other)
            {
                failures.Add(new CheckFailure(CheckFailureKind.Name, alignment.Claim.Part(i, i + 1), other));
                return;
            }
        }
    }

    // A word of content right before another one, in one phrase with it, that is no participle of framing.
    private static bool IsModifier(IReadOnlyList<ClaimWord> words, int index) =>
        words[index].IsContent && words[index + 1].IsContent && !GeneralWords.Contains(words[index].Text) && words[index].Weight >= LeastWeight && words[index + 1].Weight >= 0.1
        && words[index].Clause == words[index + 1].Clause && !words[index + 1].Text.EndsWith("ly", StringComparison.Ordinal) && words[index + 1].Text is not ("less" or "more" or "few" or "fewer" or "well" or "better") && !(words[index].IsName && index < 2) && !words[index].Text.EndsWith("ed", StringComparison.Ordinal) && !words[index].Text.EndsWith("ly", StringComparison.Ordinal)
        && !words[index].Text.EndsWith('s') && (index == 0 || (words[index - 1].Term is null && words[index - 1].Text is not ("to" or "and" or "that" or "which" or "can" or "may" or "this" or "they" or "it" or "or")) || words[index - 1].Clause != words[index].Clause);

    // Wherever the stored sentence has the head, something that the claim does not have stands before it.
    private static string? FindOther(ClaimAlignment alignment, int sentence, int head)
    {
        var text = alignment.TextOf(sentence);
        int[] places = [.. alignment.MatchesOf(head).Where(m => m.Sentence == sentence && m.Similarity >= 0.95).Select(m => m.Word).Distinct()];
        bool HasOther(int place) => place > 0 && text.Words[place - 1] is { IsContent: true, Weight: >= LeastWeight } before && before.Clause == text.Words[place].Clause
            && !before.Text.EndsWith("ed", StringComparison.Ordinal)
            && !Enumerable.Range(0, alignment.Claim.Words.Count).Any(i => alignment.MatchesOf(i).Any(m => m.Sentence == sentence && m.Word == place - 1 && m.Similarity != 0.95));
        return places.Length > 0 && places.All(HasOther) ? text.Part(places[0] - 1, places[0]) : null;
    }

    private static double Rest(ClaimAlignment alignment, int sentence, int word)
    {
        double met = 0;
        double all = 0;
        for (var i = 0; i < alignment.Claim.Words.Count; i++)
        {
            if (i != word && alignment.Claim.Words[i].IsContent)
            {
                met += alignment.Claim.Words[i].Weight * (alignment.In(sentence, i)?.Similarity ?? 0);
                all += alignment.Claim.Words[i].Weight;
            }
        }

        return all > 0 ? met / all : 0;
    }
}
