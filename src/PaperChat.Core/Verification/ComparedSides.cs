namespace PaperChat.Verification;

/// <summary>What stands on either side of a comparison, which must not change sides.</summary>
internal static class ComparedSides
{
    private static readonly string[] Comparators = ["than", "over", "versus", "vs", "against", "outperforms", "outperform", "surpasses", "surpass", "exceeds", "exceed", "beats", "outperforming", "surpassing"];

    // "larger for B than for A" of "larger for A vs. B": the nearest words on either side of a comparison change sides.
    public static CheckFailure? FindTurned(ClaimAlignment alignment, int sentence)
    {
        var words = alignment.Claim.Words;
        var text = alignment.TextOf(sentence);
        for (var i = 1; i + 1 < words.Count; i++)
        {
            if (!Comparators.Contains(words[i].Text))
            {
                continue;
            }

            for (var j = 1; j + 1 < text.Words.Count; j++)
            {
                if (Comparators.Contains(text.Words[j].Text) && SwapCheck.IsPassive(alignment.Claim, i) == SwapCheck.IsPassive(text, j) && !HasOpposed(alignment, i, sentence, j)
                    && Crosses(alignment, i, sentence, j, -1) && Crosses(alignment, i, sentence, j, 1))
                {
                    return new CheckFailure(CheckFailureKind.Name, alignment.Claim.Part(i - 1, i + 1), text.Part(j - 1, j + 1));
                }
            }
        }

        return null;
    }

    // The nearest word on this side stands in the text on the other side only.
    private static bool Crosses(ClaimAlignment alignment, int own, int sentence, int stored, int side)
    {
        var words = alignment.Claim.Words;
        for (var n = 1; n <= 6; n++)
        {
            var i = own + side * n;
            if (i < 0 || i >= words.Count || !words[i].IsContent || words[i].Weight < 0.15)
            {
                continue;
            }

            int[] places = [.. alignment.MatchesOf(i).Where(m => m.Sentence == sentence && m.Similarity >= 0.9 && Math.Abs(m.Word - stored) <= 6).Select(m => Math.Sign(m.Word - stored))];
            if (places.Length > 0 && !IsRepeatedAcross(alignment, i, own))
            {
                return places.All(p => p == -side);
            }
        }

        return false;
    }

    private static bool IsRepeatedAcross(ClaimAlignment alignment, int word, int relation) =>
        alignment.Claim.Words.Where((w, i) => w.Term == alignment.Claim.Words[word].Term && i > relation != word > relation).Any();

    private static bool HasOpposed(ClaimAlignment alignment, int own, int sentence, int stored)
    {
        var words = alignment.Claim.Words;
        var text = alignment.TextOf(sentence);
        return Enumerable.Range(Math.Max(0, own - 6), own - Math.Max(0, own - 6)).Any(i => Enumerable.Range(Math.Max(0, stored - 8), stored - Math.Max(0, stored - 8))
            .Any(j => Opposites.AreOpposed(words[i], text.Words[j])));
    }
}
