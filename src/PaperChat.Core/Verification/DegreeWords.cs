namespace PaperChat.Verification;

/// <summary>Directions said by two words: "less fair" of "fairer", "safer" of "less safe", "falls behind" of "outperforms".</summary>
internal static class DegreeWords
{
    public static CheckFailure? FindTurned(ClaimAlignment alignment) =>
        FindLess(alignment) ?? FindMore(alignment) ?? (Says(alignment, alignment.Claim.Words) ? new CheckFailure(CheckFailureKind.Direction, alignment.Claim.Text) : null);

    // "less fair" of "fairer" or "more fair".
    private static CheckFailure? FindLess(ClaimAlignment alignment)
    {
        var words = alignment.Claim.Words;
        for (var i = 0; i + 1 < words.Count; i++)
        {
            if (words[i].Text != "less" || !words[i + 1].IsContent)
            {
                continue;
            }

            var places = alignment.MatchesOf(i + 1).Where(m => m.Similarity >= 0.85 && alignment.Support.Contains(m.Sentence)).ToArray();
            bool IsMore(WordMatch m) => (m.Word > 0 && alignment.TextOf(m.Sentence).Words[m.Word - 1].Text is "more" or "most")
                || (alignment.TextOf(m.Sentence).Words[m.Word].Text is var text && text.Length > words[i + 1].Text.Length && text.EndsWith("er", StringComparison.Ordinal) && text.StartsWith(words[i + 1].Text[..^1], StringComparison.Ordinal));
            if (places.Length > 0 && places.Any(IsMore) && !places.Any(m => m.Word > 0 && alignment.TextOf(m.Sentence).Words[m.Word - 1].Text is "less" or "not"))
            {
                var place = places.First(IsMore);
                return new CheckFailure(CheckFailureKind.Direction, alignment.Claim.Part(i, i + 1), alignment.TextOf(place.Sentence).Part(place.Word, place.Word));
            }
        }

        return null;
    }

    // "safer" of "less safe".
    private static CheckFailure? FindMore(ClaimAlignment alignment)
    {
        var words = alignment.Claim.Words;
        for (var i = 0; i < words.Count && alignment.Support.Count > 0; i++)
        {
            if (!words[i].IsContent || !(words[i].Text.EndsWith("er", StringComparison.Ordinal) || (i > 0 && words[i - 1].Text == "more")))
            {
                continue;
            }

            var text = alignment.TextOf(alignment.Support[0]);
            WordMatch[] places = [.. alignment.MatchesOf(i).Where(m => m.Sentence == alignment.Support[0] && m.Similarity >= 0.85)];
            if (places.Length > 0 && Array.TrueForAll(places, m => m.Word > 0 && text.Words[m.Word - 1].Text == "less" && words[i].Text.StartsWith(text.Words[m.Word].Text[..^1], StringComparison.Ordinal)))
            {
                return new CheckFailure(CheckFailureKind.Direction, alignment.Claim.Part(i, i), text.Part(places[0].Word - 1, places[0].Word));
            }
        }

        return null;
    }

    // "falls behind", "lags behind" have no opposite word of their own in most texts.
    private static bool Says(ClaimAlignment alignment, IReadOnlyList<ClaimWord> words) =>
        Enumerable.Range(1, Math.Max(0, words.Count - 1)).Any(i => words[i].Text is "behind" or "short" && words[i - 1].Text is "falls" or "fall" or "fell" or "falling" or "lags" or "lag"
            && !alignment.Support.Any(s => alignment.TextOf(s).Words.Any(w => w.Text is "behind" or "short" or "underperform" or "underperforms" or "worse" or "lag" or "lags" or "inferior" or "gap" or "fail" or "struggle")));
}
