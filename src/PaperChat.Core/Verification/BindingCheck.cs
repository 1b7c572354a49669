namespace PaperChat.Verification;

/// <summary>What a clause says of a name must not stand in the text under another name only.</summary>
internal static class BindingCheck
{
    private const double LeastWeight = 0.15;
    private const double LeastFit = 0.6;
    private const int MinSaid = 3;
    private const int RivalReach = 6;

    public static void Run(ClaimAlignment alignment, List<CheckFailure> failures)
    {
        var words = alignment.Claim.Words;
        for (var n = 0; n < words.Count; n++)
        {
            if (!words[n].IsName || !words[n].IsContent || words[n].IsQuantity || alignment.Cover(n) < 0.75
                || (n > 0 && words[n - 1].IsName && words[n - 1].Clause == words[n].Clause) || StandsInTitle(alignment, n))
            {
                continue;
            }

            if (FindRival(alignment, n) is { } rival)
            {
                failures.Add(new CheckFailure(CheckFailureKind.Name, alignment.Claim.Part(n, n), rival));
                return;
            }
        }
    }

    private static string? FindRival(ClaimAlignment alignment, int name)
    {
        var words = alignment.Claim.Words;
        int[] said = [.. Enumerable.Range(0, words.Count).Where(i => i != name && words[i].IsContent && !words[i].IsName && words[i].Weight >= LeastWeight && BelongsTo(alignment.Claim, name, i))];
        if (said.Length < MinSaid)
        {
            return null;
        }

        var all = said.Sum(i => words[i].Weight);
        var (sentence, fit) = Enumerable.Range(0, alignment.Cited.Sentences.Count).Where(s => alignment.Cited.Sentences[s].Field != Papers.PaperField.Title)
            .Select(s => (s, Fit: said.Sum(i => words[i].Weight * (alignment.In(s, i)?.Similarity ?? 0)) / all))
            .DefaultIfEmpty((-1, 0)).MaxBy(p => p.Item2);
        if (fit < LeastFit || alignment.MatchesOf(name).Any(m => m.Sentence == sentence))
        {
            return null;
        }

        var text = alignment.TextOf(sentence);
        int[] places = [.. said.Select(i => alignment.In(sentence, i)?.Word).OfType<int>()];
        for (var j = 0; j < text.Words.Count; j++)
        {
            if (text.Words[j] is { IsName: true, IsContent: true, IsQuantity: false } && IsAlike(words[name].Text, text, j, alignment.Claim, name)
                && places.Any(p => Math.Abs(p - j) <= RivalReach)
                && !Enumerable.Range(0, words.Count).Any(i => alignment.MatchesOf(i).Any(m => m.Sentence == sentence && m.Word == j)))
            {
                return text.Part(j, j);
            }
        }

        return null;
    }

    // The clause of the name, and what follows it as "which ...".
    private static bool BelongsTo(ClaimText claim, int name, int word) =>
        claim.Words[word].Clause == claim.Words[name].Clause
        || (claim.Words[word].Clause == claim.Words[name].Clause + 1 && Enumerable.Range(name, Math.Max(0, word - name)).Any(i => claim.Words[i].Clause == claim.Words[word].Clause && claim.Words[i].Text is "which" or "that"));

    // Both are short forms, or both stand before the same word.
    private static bool IsAlike(string name, ClaimText text, int rival, ClaimText claim, int own) =>
        (claim.Text.AsSpan(claim.Words[own].Start, claim.Words[own].Length).ContainsAnyInRange('A', 'Z') && name.Length <= 6 && text.Words[rival].Text.Length <= 6)
        || (own + 1 < claim.Words.Count && rival + 1 < text.Words.Count && claim.Words[own + 1].Term is { } next && next == text.Words[rival + 1].Term);

    private static bool StandsInTitle(ClaimAlignment alignment, int word) =>
        alignment.MatchesOf(word).Any(m => alignment.Cited.Sentences[m.Sentence].Field == Papers.PaperField.Title);
}
