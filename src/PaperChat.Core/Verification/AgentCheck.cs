namespace PaperChat.Verification;

/// <summary>Who does what is done: "checked by the planner" of "checked by the referee".</summary>
internal static class AgentCheck
{
    private const int ClaimReach = 5;
    private const int TextReach = 7;
    private const double LeastWeight = 0.15;

    public static void Run(ClaimAlignment alignment, List<CheckFailure> failures)
    {
        var words = alignment.Claim.Words;
        for (var by = 1; by + 1 < words.Count; by++)
        {
            if (words[by].Text != "by" || !words[by - 1].IsContent || !IsParticiple(words[by - 1].Text))
            {
                continue;
            }

            int[] agent = [.. Phrase(alignment.Claim, by, ClaimReach)];
            if (agent.Length > 0 && FindOther(alignment, by - 1, agent) is { } other)
            {
                failures.Add(new CheckFailure(CheckFailureKind.Name, alignment.Claim.Part(by - 1, agent[^1]), other));
                return;
            }
        }
    }

    // Every place of the text with the same participle and "by" has another agent, and the sentence's own agent stands elsewhere.
    private static string? FindOther(ClaimAlignment alignment, int participle, int[] agent)
    {
        string? other = null;
        foreach (var match in alignment.MatchesOf(participle).Where(m => m.Similarity >= 0.95))
        {
            var text = alignment.TextOf(match.Sentence);
            if (match.Word + 2 >= text.Words.Count || text.Words[match.Word + 1].Text != "by" || !IsParticiple(text.Words[match.Word].Text))
            {
                return null;
            }

            int[] stored = [.. Phrase(text, match.Word + 1, TextReach)];
            if (stored.Length == 0 || !IsSameDeed(alignment, participle, match)
                || agent.Any(i => alignment.MatchesOf(i).Any(m => m.Sentence == match.Sentence && stored.Contains(m.Word) && m.Similarity >= 0.7)))
            {
                return null;
            }

            other = text.Part(match.Word, stored[^1]);
        }

        return agent.All(i => alignment.Cover(i) >= 0.7) ? other : null;
    }

    // What it is done to is the same, too.
    private static bool IsSameDeed(ClaimAlignment alignment, int participle, WordMatch match) =>
        Enumerable.Range(Math.Max(0, participle - 6), Math.Min(6, participle)).Any(i => alignment.Claim.Words[i].IsContent && alignment.Claim.Words[i].Weight >= LeastWeight
            && alignment.MatchesOf(i).Any(m => m.Sentence == match.Sentence && m.Word < match.Word && match.Word - m.Word <= 8));

    private static IEnumerable<int> Phrase(ClaimText text, int by, int reach) =>
        Enumerable.Range(by + 1, Math.Max(0, Math.Min(reach, text.Words.Count - by - 1)))
            .TakeWhile(i => text.Words[i].Clause == text.Words[by].Clause && text.Words[i].Text is not ("in" or "on" or "for" or "to" or "before" or "after" or "during" or "with" or "at" or "when" or "that"))
            .Where(i => text.Words[i].IsContent && text.Words[i].Weight >= LeastWeight);

    private static bool IsParticiple(string word) => word.EndsWith("ed", StringComparison.Ordinal) || word is "done" or "made" or "given" or "taken" or "built" or "driven" or "led" or "found" or "shown" or "chosen" or "held";
}
