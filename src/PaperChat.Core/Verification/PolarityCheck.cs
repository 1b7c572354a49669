namespace PaperChat.Verification;

/// <summary>
/// A sentence that follows one stored sentence nearly word for word must deny as often as that one does, up to pairs: two denials of the
/// same cancel.
/// </summary>
internal static class PolarityCheck
{
    private const double NearlyAll = 0.93;
    private const double Exact = 0.85;
    private const int MinWords = 3;

    public static void Run(ClaimAlignment alignment, List<CheckFailure> failures)
    {
        var path = alignment.Path;
        var claim = alignment.Claim;
        if (path.Words.Count < MinWords || BestSentence(alignment) is not { } sentence)
        {
            return;
        }

        var text = alignment.TextOf(sentence);
        int[] own = [.. Enumerable.Range(0, claim.Words.Count).Where(i => NegativeWords.IsNegator(claim, i) && IsFollowed(path, sentence, i))];
        int[] stored = [.. Enumerable.Range(0, text.Words.Count).Where(j => NegativeWords.IsNegator(text, j) && NextCounted(text, j) is { } next && path.IsPlaced(sentence, next))];
        if ((own.Length + stored.Length) % 2 == 1 && !HasOtherDenial(alignment, sentence, own, stored))
        {
            failures.Add(new CheckFailure(
                CheckFailureKind.Negation, own.Length > 0 ? claim.Part(own[0], Math.Min(own[0] + 3, claim.Words.Count - 1)) : claim.Text,
                stored.Length > 0 ? text.Part(stored[0], NextCounted(text, stored[0])!.Value) : null));
        }
    }

    // The one that holds nearly all of the sentence.
    private static int? BestSentence(ClaimAlignment alignment)
    {
        var path = alignment.Path;
        double Weight(int t) => alignment.Claim.Words[path.Words[t]].Weight;
        var all = Enumerable.Range(0, path.Words.Count).Sum(Weight);
        return Enumerable.Range(0, path.Words.Count).Where(t => path.Places[t] is { Similarity: >= Exact }).GroupBy(t => path.Places[t]!.Value.Sentence)
            .Where(g => alignment.Cited.Sentences[g.Key].Field != Papers.PaperField.Title && g.Sum(Weight) >= NearlyAll * all)
            .Select(g => (int?)g.Key).FirstOrDefault();
    }

    private static bool IsFollowed(ClaimPath path, int sentence, int negator)
    {
        var step = Enumerable.Range(0, path.Words.Count).FirstOrDefault(t => path.Words[t] > negator, -1);
        return step >= 0 && path.Places[step] is { Similarity: >= Exact } place && place.Sentence == sentence;
    }

    private static int? NextCounted(ClaimText text, int word)
    {
        var next = Enumerable.Range(word + 1, text.Words.Count - word - 1).FirstOrDefault(j => ClaimPath.Counts(text.Words[j]), -1);
        return next < 0 || text.Words[next].Clause != text.Words[word].Clause ? null : next;
    }

    // "rarely", "avoids", "infeasible", on one side only: said in another way.
    private static bool HasOtherDenial(ClaimAlignment alignment, int sentence, int[] own, int[] stored)
    {
        var claim = alignment.Claim;
        var text = alignment.TextOf(sentence);
        int[] placed = [.. alignment.Path.Places.OfType<WordMatch>().Where(p => p.Sentence == sentence).Select(p => p.Word)];
        var (first, last) = (Math.Max(0, placed.Min() - 3), placed.Max());
        return Enumerable.Range(0, claim.Words.Count).Any(i => !own.Contains(i) && NegativeWords.IsNegator(claim, i))
            || Enumerable.Range(first, last - first + 1).Any(j => !stored.Contains(j) && NegativeWords.IsNegator(text, j))
            || Enumerable.Range(0, claim.Words.Count).Any(i => !own.Contains(i) && NegativeWords.IsNegative(claim.Words[i].Text) && !text.Words.Any(w => w.Text == claim.Words[i].Text))
            || Enumerable.Range(0, text.Words.Count).Any(j => !stored.Contains(j) && NegativeWords.IsNegative(text.Words[j].Text) && !claim.Words.Any(w => w.Text == text.Words[j].Text))
            || claim.Words.Any(w => text.Words.Any(s => Opposites.AreOpposed(w, s)));
    }
}
