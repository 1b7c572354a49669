using System.Collections.Frozen;
using PaperChat.Text;

namespace PaperChat.Verification;

/// <summary>
/// An effect on something of which the text reports none: "and shortens the visits" where visits are mentioned, but nothing that changes
/// them.
/// </summary>
internal static class EffectCheck
{
    private const int ObjectReach = 5;
    private const int Near = 12;
    private const double LeastWeight = 0.12;

    private static readonly FrozenSet<string> Effects =
        """
        shortens shorten lengthens lengthen raises raise lifts lift doubles double triples triple halves halve cuts cut lowers lower saves save slashes
        slash closes close shrinks shrink widens widen quickens quicken accelerates accelerate slows slow boosts boost recommends recommend
        predicts cures prevents eliminates eliminate fewer less cheaper
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Evidence =
        """
        outperform surpass exceed beat better best superior improve improvement enhance boost increase raise grow higher gain lift rise amplify
        reduce reduction decrease lower cut diminish lessen shrink minimize drop decline save saving fewer few less more faster fast slow slower
        speed speedup accelerate acceleration quick efficient efficiency cheap cheaper shorten shorter longer extend double half triple
        fold times mitigate alleviate eliminate avoid remove worse degrade hurt harm loss lose larger smaller greater stronger narrow
        close gap strengthen weaken benefit advance optimize maximize without free negligible lightweight prevent overcome solve resolve
        economical saves compress prune skip bypass recommend suggest advise predict forecast anticipate inexpensive cost costly
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(TextAnalyzer.TermOf).OfType<string>().ToFrozenSet(StringComparer.Ordinal);

    public static void Run(ClaimAlignment alignment, List<CheckFailure> failures)
    {
        var words = alignment.Claim.Words;
        for (var i = 1; i + 1 < words.Count; i++)
        {
            if (!Effects.Contains(words[i].Text) || (i > 0 && words[i - 1].Text is "the" or "a" or "of" or "no") || (words[i].Text == "less" && !words[i - 1].Text.StartsWith("need", StringComparison.Ordinal) && !words[i - 1].Text.StartsWith("use", StringComparison.Ordinal) && !words[i - 1].Text.StartsWith("consume", StringComparison.Ordinal)))
            {
                continue;
            }

            var things = ObjectOf(alignment.Claim, i);
            if (things.Length > 0 && (!things.Any(t => IsAffected(alignment, t)) || (things.Length > 1 && alignment.MatchesOf(things[^1]).Count == 0 && !GeneralWords.Contains(words[things[^1]].Text))))
            {
                failures.Add(new CheckFailure(CheckFailureKind.AddedClaim, alignment.Claim.Part(i, things[^1])));
                return;
            }
        }
    }

    private static int[] ObjectOf(ClaimText text, int verb)
    {
        var found = new List<int>();
        for (var i = verb + 1; i < text.Words.Count && i <= verb + ObjectReach && text.Words[i].Clause == text.Words[verb].Clause; i++)
        {
            if (text.Words[i].Text is "on" or "in" or "for" or "with" or "by" or "at" or "than" or "from" or "when" or "that")
            {
                break;
            }

            if (text.Words[i].IsContent && text.Words[i].Weight >= LeastWeight && !text.Words[i].Text.EndsWith("ly", StringComparison.Ordinal))
            {
                found.Add(i);
            }
        }

        return [.. found];
    }

    // Near some place of it the text has a word of change, or a number.
    private static bool IsAffected(ClaimAlignment alignment, int thing) =>
        alignment.MatchesOf(thing).Any(m => alignment.TextOf(m.Sentence) is var text
            && Enumerable.Range(Math.Max(0, m.Word - Near), Math.Min(text.Words.Count, m.Word + Near + 1) - Math.Max(0, m.Word - Near))
                .Any(j => text.Words[j].Term is { } term && Evidence.Contains(term)));
}
