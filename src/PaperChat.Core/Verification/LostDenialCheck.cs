namespace PaperChat.Verification;

/// <summary>What the text denies, said without any denial: "at the expense of speed", "only after training" of "without loss of speed", "without training".</summary>
internal static class LostDenialCheck
{
    private const int Reach = 3;
    private const int MinBeside = 2;

    private static readonly string[] Troubles = ["problem", "problems", "issue", "issues", "weakness", "weaknesses", "drawback", "drawbacks", "worse", "bottleneck"];

    public static void Run(ClaimAlignment alignment, List<CheckFailure> failures)
    {
        var words = alignment.Claim.Words;
        if (Enumerable.Range(0, words.Count).Any(i => words[i].Text != "only" && (Array.IndexOf(Troubles, words[i].Text) >= 0 || NegativeWords.IsNegative(words[i].Text) || NegativeWords.IsNegator(alignment.Claim, i))))
        {
            return;
        }

        var path = alignment.Path;
        foreach (var sentence in path.Places.OfType<WordMatch>().GroupBy(p => p.Sentence).Where(g => g.Count() >= MinBeside).Select(g => g.Key))
        {
            var text = alignment.TextOf(sentence);
            for (var j = 0; j < text.Words.Count; j++)
            {
                if (IsDenial(text, j) && !IsNoMatter(text, j) && !IsSaidByPrefix(alignment, text, j) && Denied(path, sentence, j, Denial.ScopeOf(text, j)) is { } denied && !IsSaidElsewhere(alignment, path, sentence, denied))
                {
                    failures.Add(new CheckFailure(CheckFailureKind.Negation, alignment.Claim.Part(path.Words[denied], path.Words[denied]), text.Part(j, path.Places[denied]!.Value.Word)));
                    return;
                }
            }
        }
    }

    // The step of the path on what is denied: among the first words of the scope.
    private static int? Denied(ClaimPath path, int sentence, int negator, (int First, int Last) scope)
    {
        for (var t = 0; t < path.Places.Length; t++)
        {
            if (path.Places[t] is { Similarity: >= 0.85 } place && place.Sentence == sentence && place.Word >= scope.First && place.Word <= scope.Last
                && !IsModifier(path, place) && IsVerbMet(path, sentence, negator)
                && Math.Abs(path.OrdinalOf(sentence, place.Word) - path.OrdinalOf(sentence, negator)) <= Reach
                && !Enumerable.Range(negator, Math.Max(0, place.Word - negator)).Any(j => path.TextOf(sentence).Words[j].Text is "and" or "but" or "while"))
            {
                return t;
            }
        }

        return null;
    }

    // "does not surpass the baseline" denies to surpass it, and nothing of the baseline itself.
    private static bool IsVerbMet(ClaimPath path, int sentence, int negator)
    {
        var text = path.TextOf(sentence);
        if (text.Words[negator].Text is not ("not" or "cannot" or "never"))
        {
            return true;
        }

        var verb = Enumerable.Range(negator + 1, text.Words.Count - negator - 1).FirstOrDefault(j => ClaimPath.Counts(text.Words[j]) && !text.Words[j].Text.EndsWith("ly", StringComparison.Ordinal), -1);
        return verb >= 0 && path.IsPlaced(sentence, verb);
    }

    // "without domain training" denies training: what stands before a word that the sentence does not have says only which.
    private static bool IsModifier(ClaimPath path, WordMatch place)
    {
        var text = path.TextOf(place.Sentence);
        var next = place.Word + 1;
        return next < text.Words.Count && text.Words[next].IsContent && text.Words[next].Clause == text.Words[place.Word].Clause && !path.IsPlaced(place.Sentence, next)
            && !text.Words[next].Text.EndsWith("ly", StringComparison.Ordinal);
    }

    // "inappropriate" of "fails to respond appropriately", "slower" of "not faster".
    private static bool IsSaidByPrefix(ClaimAlignment alignment, ClaimText text, int negator)
    {
        var (first, last) = Denial.ScopeOf(text, negator);
        return Enumerable.Range(first, Math.Max(0, last - first + 1)).Any(j => alignment.Claim.Words.Any(w => Opposites.AreOpposed(w, text.Words[j])));
    }

    // "struggles to", "limited in", besides the words that deny.
    private static bool IsDenial(ClaimText text, int word) =>
        (NegativeWords.IsNegator(text, word) && text.Words[word].Text != "non")
        || (text.Words[word].Text is "avoid" or "avoids" or "avoiding" && word + 1 < text.Words.Count && text.Words[word + 1].Text.EndsWith("ing", StringComparison.Ordinal))
        || (text.Words[word].Text is "struggle" or "struggles" or "struggled" or "struggling" or "hesitate" or "limited" or "difficult" or "reluctant" or "hard"
            && word + 1 < text.Words.Count && text.Words[word + 1].Text is "to" or "in" or "with");

    private static bool IsNoMatter(ClaimText text, int word) =>
        text.Words[word].Text == "no" && word + 1 < text.Words.Count && text.Words[word + 1].Text is "matter" or "doubt";

    // The word and its neighbour in the sentence stand side by side in another place, too.
    private static bool IsSaidElsewhere(ClaimAlignment alignment, ClaimPath path, int sentence, int step)
    {
        int[] beside = [.. new[] { step - 1, step + 1 }.Where(t => t >= 0 && t < path.Words.Count)];
        return alignment.MatchesOf(path.Words[step]).Any(m => m.Similarity >= 0.85 && m.Sentence != sentence && alignment.Cited.Sentences[m.Sentence].Field != Papers.PaperField.Title
            && beside.Any(t => alignment.MatchesOf(path.Words[t]).Any(n => n.Sentence == m.Sentence && Math.Abs(n.Word - m.Word) <= 4)));
    }
}
