namespace PaperChat.Verification;

/// <summary>One thing of a list exchanged for one that the text has nowhere: "in rye, oats and maize" of "in rye, oats and wheat".</summary>
internal static class ListCheck
{
    private const int MaxItem = 4;
    private const double LeastWeight = 0.12;
    private const double LeastMatch = 0.75;
    private const double Exact = 0.95;

    public static void Run(ClaimAlignment alignment, List<CheckFailure> failures)
    {
        var claim = alignment.Claim;
        for (var i = 1; i < claim.Words.Count; i++)
        {
            if (IsItemBegin(claim, i) && !claim.Words[i].Text.EndsWith("ing", StringComparison.Ordinal) && ItemAt(claim, i) is { Length: > 0 } item && item.Any(k => IsForeign(alignment, k)) && item.All(k => IsForeign(alignment, k) || alignment.MatchesOf(k).All(m => m.Similarity < Exact)) && FindRival(alignment, i) is { } rival)
            {
                failures.Add(new CheckFailure(CheckFailureKind.Name, claim.Part(item[0], item[^1]), rival));
                return;
            }
        }
    }

    private static bool IsForeign(ClaimAlignment alignment, int word) =>
        alignment.Claim.Words[word] is { IsQuantity: false, Weight: >= LeastWeight } own && !GeneralWords.Contains(own.Text) && !own.Text.EndsWith("ly", StringComparison.Ordinal)
        && alignment.MatchesOf(word).All(m => m.Similarity < LeastMatch);

    private static bool IsItemBegin(ClaimText text, int word) =>
        text.Words[word].IsContent && (text.Words[word - 1].Clause != text.Words[word].Clause || text.Words[word - 1].Text is "and" or "or")
        && !text.Words[word].Text.EndsWith("ed", StringComparison.Ordinal);

    // The words of content up to where the list goes on or ends; none where the item has a verb or a complement of its own.
    private static int[] ItemAt(ClaimText text, int first)
    {
        var last = first;
        while (last + 1 < text.Words.Count && text.Words[last + 1].IsContent && text.Words[last + 1].Clause == text.Words[first].Clause)
        {
            last++;
        }

        var ends = last + 1 >= text.Words.Count || text.Words[last + 1].Clause != text.Words[first].Clause;
        return ends && last - first < MaxItem ? [.. Enumerable.Range(first, last - first + 1)] : [];
    }

    // The item before stands in the text in a list as well, which goes on there with something that the sentence does not have.
    private static string? FindRival(ClaimAlignment alignment, int item)
    {
        var before = Enumerable.Range(0, item).LastOrDefault(i => alignment.Claim.Words[i].IsContent, -1);
        if (before < 0 || item - before > 2)
        {
            return null;
        }

        foreach (var place in alignment.MatchesOf(before).Where(m => m.Similarity >= 0.85))
        {
            var text = alignment.TextOf(place.Sentence);
            for (var j = 1; j < text.Words.Count; j++)
            {
                if (Math.Abs(j - place.Word) <= 2 * MaxItem && IsItemBegin(text, j) && text.Words[j].Weight >= LeastWeight && !IsAlike(alignment.Claim.Words[item].Text, text.Words[j].Text) && !IsMet(alignment, place.Sentence, j)
                    && (j > place.Word ? IsList(text, place.Word, j) : IsList(text, j, place.Word)))
                {
                    return text.Part(j, j);
                }
            }
        }

        return null;
    }

    // "evade" of "evasive"
    private static bool IsAlike(string a, string b) => a.AsSpan().CommonPrefixLength(b) >= 3;

    // Commas and "and" alone part the words from one to the other, and there is such a part.
    private static bool IsList(ClaimText text, int first, int last) =>
        text.Words[first].Clause != text.Words[last].Clause
        && Enumerable.Range(first + 1, last - first).All(i => text.Words[i].IsContent || text.Words[i].Text is "and" or "or");

    private static bool IsMet(ClaimAlignment alignment, int sentence, int word) =>
        Enumerable.Range(0, alignment.Claim.Words.Count).Any(i => alignment.MatchesOf(i).Any(m => m.Sentence == sentence && m.Word == word));
}
