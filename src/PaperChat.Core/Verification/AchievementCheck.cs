using System.Collections.Frozen;

namespace PaperChat.Verification;

/// <summary>
/// What a further clause claims to be achieved ("and lowers the number of rounds") must be said of its object in one stretch of the text.
/// Sentences with an added claim begin with a true clause, and take the nouns of the second from elsewhere.
/// </summary>
internal static class AchievementCheck
{
    private const int VerbReach = 6;
    private const int ObjectReach = 8;
    private const int Near = 12;
    private const double LeastWeight = 0.12;
    private const double HeavyWeight = 0.3;
    private const double LeastSimilarity = 0.7;

    private static readonly FrozenSet<string> Achievements =
        """
        improves improve raises raise boosts boost lifts enhances lowers lower reduces reduce cuts halves doubles triples closes close shortens shorten
        saves accelerates speeds generalizes generalizes generalises transfers outperforms outperform surpasses surpass beats exceeds rivals
        repairs fixes solves resolves eliminates prevents guarantees recommends predicts
        writes lasts costs fits trains converges wins cures detects protects unmasks explains restores recovers generates
        strengthens simplifies replaces unlocks extends prolongs
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    public static void Run(ClaimAlignment alignment, List<CheckFailure> failures)
    {
        var words = alignment.Claim.Words;
        for (var i = 1; i < words.Count; i++)
        {
            if (words[i].Clause == words[i - 1].Clause || words[i].Clause == words[0].Clause || VerbOf(words, i) is not { } verb)
            {
                continue;
            }

            var things = ObjectOf(alignment.Claim, verb);
            if (things.Length > 0 && (IsUnknown(alignment, things[0]) || !IsSaid(alignment, verb, things)))
            {
                failures.Add(new CheckFailure(CheckFailureKind.AddedClaim, alignment.Claim.Part(verb, things[^1])));
                return;
            }
        }
    }

    // The first verb of achievement of a clause, after "and", "also", an adverb or a subject of few words.
    private static int? VerbOf(IReadOnlyList<ClaimWord> words, int first)
    {
        for (var i = first; i < words.Count && i < first + VerbReach && words[i].Clause == words[first].Clause; i++)
        {
            if (Achievements.Contains(words[i].Text) && !(i > first && words[i - 1].Text is "the" or "a" or "of" or "its" or "their" or "to"))
            {
                return i;
            }
        }

        return null;
    }

    private static int[] ObjectOf(ClaimText text, int verb) =>
        [.. Enumerable.Range(verb + 1, Math.Min(ObjectReach, text.Words.Count - verb - 1)).TakeWhile(i => text.Words[i].Clause == text.Words[verb].Clause && text.Words[i].Text is not ("than" or "without" or "when" or "that"))
            .Where(i => text.Words[i].IsQuantity || (text.Words[i].IsContent && text.Words[i].Weight >= LeastWeight && !text.Words[i].Text.EndsWith("ly", StringComparison.Ordinal)))];

    private static bool IsUnknown(ClaimAlignment alignment, int thing) =>
        alignment.Claim.Words[thing] is var word && !word.IsQuantity && word.Weight >= HeavyWeight && !word.IsName && !GeneralWords.Contains(word.Text) && alignment.MatchesOf(thing).Count == 0;

    // A word of the same direction or sense stands near some place of the object.
    private static bool IsSaid(ClaimAlignment alignment, int verb, int[] things)
    {
        var own = alignment.Claim.Words[verb];
        var verbs = alignment.MatchesOf(verb);
        return things.Any(t => ClaimPath.PlacesOf(alignment, t).Any(m => m.Similarity >= LeastSimilarity && alignment.TextOf(m.Sentence) is var text
            && Enumerable.Range(Math.Max(0, m.Word - Near), Math.Min(text.Words.Count, m.Word + Near + 1) - Math.Max(0, m.Word - Near))
                .Any(j => verbs.Any(v => v.Sentence == m.Sentence && v.Word == j) || IsOfOneSide(own, text.Words[j]))));
    }

    private static bool IsOfOneSide(in ClaimWord a, in ClaimWord b)
    {
        foreach (var place in a.Places)
        {
            if (Array.IndexOf(b.Places, place) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
