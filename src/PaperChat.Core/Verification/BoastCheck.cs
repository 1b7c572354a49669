using System.Collections.Frozen;
using PaperChat.Text;

namespace PaperChat.Verification;

/// <summary>What is most often added to a true statement must have a word of its kind in the text: speed, people's judgement, guarantees, transfer to other data.</summary>
internal static class BoastCheck
{
    private const double LeastSimilarity = 0.7;

    // What is claimed, and what bears it out. "a+b" are two words in a row.
    private static readonly (string[] Claims, FrozenSet<string> Evidence)[] Kinds =
    [
        Kind("real+time realtime", "realtime fps latency online interactive streaming instant instantaneous live"),
        Kind("annotators annotator raters rater judges reviewers clinicians radiologists doctors physicians",
            "human person people user annotator rater participant expert clinician clinical doctor physician radiologist judge reviewer evaluator crowd crowdsourced subject manual patient physicians medical"),
        Kind("generalizes generalises transfers carries+over", "generalize generalise generalization generalisation generalizable transfer transferable transferability robust unseen zero adapt adaptable universal extend extends extensible applicable apply shift domains tasks datasets languages diverse"),
        Kind("guarantee guarantees guaranteed", "guarantee prove proof provable provably theorem theoretical bound ensure certify certified certification always"),
        Kind("smartphone smartphones laptop laptops phones", "smartphone mobile phone laptop device edge embedded cpu hardware portable onboard desktop consumer"),
        Kind("languages", "language multilingual crosslingual bilingual monolingual lingual translation linguistic english"),
        Kind("cheaper", "cheap cost expensive efficient economical price budget inexpensive resource saving overhead compute"),
        Kind("faster quicker", "fast speed speedup accelerate efficient latency time quick rapid slow fold times throughput overhead cost converge delay runtime"),
        Kind("longer", "long length extend duration short prolong extended lengthy"),
        Kind("minutes seconds hours", "minute minutes second seconds hour hours day days time times fast latency speed min ms"),
        Kind("prefer prefers preferred", "prefer preferable preferred preference favor favour favored like human rating rate choose popular common"),
        Kind("sharper", "sharp blur detail crisp"),
        Kind("shorter", "short length long reduce brief duration concise compress"),
        Kind("cheaply", "cheap cost inexpensive efficient"),
    ];

    public static void Run(ClaimAlignment alignment, List<CheckFailure> failures)
    {
        var words = alignment.Claim.Words;
        HashSet<string>? terms = null;
        for (var i = 0; i < words.Count; i++)
        {
            foreach (var (claims, evidence) in Kinds)
            {
                if (LengthAt(words, i, claims) is not { } length || (length == 1 && alignment.MatchesOf(i).Any(m => m.Similarity >= LeastSimilarity)))
                {
                    continue;
                }

                terms ??= [.. alignment.Cited.Terms.Distinct.Select(t => t.Term!)];
                if (!evidence.Overlaps(terms) && !(length > 1 && HasInARow(alignment, i)))
                {
                    failures.Add(new CheckFailure(CheckFailureKind.AddedClaim, alignment.Claim.Part(i, i + length - 1)));
                    return;
                }
            }
        }
    }

    private static int? LengthAt(IReadOnlyList<ClaimWord> words, int at, string[] claims)
    {
        foreach (var claim in claims)
        {
            var plus = claim.IndexOf('+', StringComparison.Ordinal);
            if (plus < 0 ? words[at].Text == claim : at + 1 < words.Count && claim.AsSpan(0, plus).SequenceEqual(words[at].Text) && claim.AsSpan(plus + 1).SequenceEqual(words[at + 1].Text))
            {
                return plus < 0 ? 1 : 2;
            }
        }

        return null;
    }

    private static bool HasInARow(ClaimAlignment alignment, int word) =>
        alignment.Cited.Sentences.Any(s => Enumerable.Range(1, Math.Max(0, s.Text.Words.Count - 1))
            .Any(j => s.Text.Words[j - 1].Text == alignment.Claim.Words[word].Text && s.Text.Words[j].Text == alignment.Claim.Words[word + 1].Text));

    private static (string[] Claims, FrozenSet<string> Evidence) Kind(string claims, string evidence) =>
        (claims.Split(' '), evidence.Split(' ').Select(TextAnalyzer.TermOf).OfType<string>().ToFrozenSet(StringComparer.Ordinal));
}
