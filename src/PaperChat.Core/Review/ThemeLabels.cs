using PaperChat.Evidence;
using PaperChat.Text;

namespace PaperChat.Review;

/// <summary>
/// Names groups of papers by the phrases that set them apart: log-odds with its standard error (Monroe, Colaresi and Quinn, 2008) of
/// the share of papers that hold a phrase in the group and outside of it.
/// </summary>
internal static class ThemeLabels
{
    private const double SecondShare = 0.55;
    private const double Telling = 2.0;
    private const double Rare = 6.0;
    private const double HeadShare = 0.5;
    private const double WholeShare = 0.45;
    private const int SharedLetters = 6;

    // Words that any paper may hold, as stems.
    private static readonly HashSet<string> Generic = new(
        """
        method approach framework task paper study work model base use novel new toward propose present introduce show demonstrate result
        experiment evaluate evaluation performance improve improvement achieve state art problem system technique analysis data dataset
        benchmark learn train training algorithm network neural deep efficient effective effectiveness large small high low good better
        best simple general different various multiple several existing previous recent first second one two three explore investigate
        address challenge application design develop development understand understanding via application review survey comprehensive
        empirical rethink revisit case apply perform compare comparison significant significantly outperform current code available
        extensive provide enable allow require include number set time order make way able important key open fast faster strong
        introduction baseline ability capability issue impact role level type form size range process step example sample user input
        output feature value function parameter computational compute computation cost scale scalable lead leverage reduce increase
        generate extend combine enhance explain extract identify capture understand term mechanism information process llm lm
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(w => TextAnalyzer.TermOf(w) ?? w), StringComparer.Ordinal);

    /// <summary>One label a group, in order, no two alike.</summary>
    /// <param name="topic">The topic, whose own words tell nothing.</param>
    /// <param name="groups">The phrases of the papers of each group.</param>
    public static IReadOnlyList<string> Of(string topic, IReadOnlyList<IReadOnlyList<PaperPhrases>> groups)
    {
        var known = TextAnalyzer.Analyze(topic).Select(t => t.Term).ToHashSet(StringComparer.Ordinal);
        var labels = new List<string>();
        for (var i = 0; i < groups.Count; i++)
        {
            var rest = groups.Where((_, other) => other != i).SelectMany(g => g).ToArray();
            labels.Add(Label(known, groups[i], rest, labels));
        }

        return labels;
    }

    /// <summary>The phrases that set a group of papers apart from abstracts at large, best first.</summary>
    public static IReadOnlyList<string> Distinctive(string topic, IReadOnlyList<PaperPhrases> papers, int most)
    {
        var known = TextAnalyzer.Analyze(topic).Select(t => t.Term).ToHashSet(StringComparer.Ordinal);
        var taken = new List<string>();
        foreach (var (key, _) in Ranked(known, papers, [], strict: true).Where(p => p.Key.Contains(' ', StringComparison.Ordinal)))
        {
            if (taken.Count < most && !taken.Any(t => Overlap(t, key)))
            {
                taken.Add(key);
            }
        }

        return [.. taken.Select(k => Surface(k, papers))];
    }

    private static string Label(HashSet<string> topic, IReadOnlyList<PaperPhrases> papers, IReadOnlyList<PaperPhrases> rest, List<string> taken)
    {
        // Where no noun of a title sets the group apart, whatever does.
        for (var strict = 1; strict >= 0; strict--)
        {
            var ranked = Ranked(topic, papers, rest, strict == 1);
            foreach (var first in ranked.Select(p => Whole(ranked, p)))
            {
                var label = Capital(Surface(first.Key, papers) + Second(ranked, first, papers));
                if (!taken.Contains(label, StringComparer.OrdinalIgnoreCase))
                {
                    return label;
                }
            }
        }

        return FormattableString.Invariant($"Theme {taken.Count + 1}");
    }

    private static string Second(List<(string Key, double Score)> ranked, (string Key, double Score) first, IReadOnlyList<PaperPhrases> papers)
    {
        var part = ranked.FirstOrDefault(p => p.Score >= SecondShare * ranked[0].Score && !Overlap(p.Key, first.Key));
        var second = part.Key is null ? part : Whole(ranked, part);
        var reads = second.Key is not null && !Overlap(second.Key, first.Key)
            && (second.Key.Contains(' ', StringComparison.Ordinal) || !first.Key.Contains(' ', StringComparison.Ordinal));
        return reads ? " and " + Surface(second.Key!, papers) : "";
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    // A longer phrase that is nearly as telling says more: "state space" is part of "state space models".
    private static (string Key, double Score) Whole(List<(string Key, double Score)> ranked, (string Key, double Score) part)
    {
        var whole = ranked.FirstOrDefault(p => p.Key.Length > part.Key.Length && $" {p.Key} ".Contains($" {part.Key} ", StringComparison.Ordinal) && p.Score >= WholeShare * part.Score);
        return whole.Key is null ? part : whole;
    }

    private static List<(string Key, double Score)> Ranked(HashSet<string> topic, IReadOnlyList<PaperPhrases> papers, IReadOnlyList<PaperPhrases> rest, bool strict)
    {
        var least = papers.Count < 2 ? 1 : 2;
        return
        [
            .. papers.SelectMany(p => p.Keys).CountBy(k => k, StringComparer.Ordinal)
                .Where(k => k.Value >= least && IsTelling(k.Key, topic)
                    && (!strict || (papers.Any(p => p.HoldsInTitle(k.Key)) && papers.Count(p => p.IsHead(k.Key)) >= HeadShare * k.Value)))
                .Select(k => (k.Key, Score: Score(k.Key, k.Value, papers, rest)))
                .Where(k => k.Score > 0)
                .OrderByDescending(k => k.Score).ThenBy(k => k.Key, StringComparer.Ordinal),
        ];
    }

    private static double Score(string key, int inside, IReadOnlyList<PaperPhrases> papers, IReadOnlyList<PaperPhrases> rest)
    {
        var outside = rest.Count(p => p.Holds(key));
        var titles = papers.Count(p => p.HoldsInTitle(key));
        var odds = Math.Log((inside + 0.5) / (papers.Count - inside + 0.5)) - Math.Log((outside + 0.5) / (rest.Count - outside + 0.5));
        var apart = rest.Count == 0 ? inside : odds / Math.Sqrt((1 / (inside + 0.5)) + (1 / (outside + 0.5)));
        var words = key.Split(' ');
        var rarity = words.Average(w => Math.Min(1, Idf(w) / Rare));
        var length = words.Length switch { 1 => 0.6, 2 => 1.3, _ => 1.3 };
        return apart * rarity * length * Math.Sqrt((double)inside / papers.Count) * (1 + (0.5 * titles / papers.Count));
    }

    private static bool IsTelling(string key, HashSet<string> topic)
    {
        var words = key.Split(' ');
        return !words.All(w => IsOfTopic(w, topic)) && !words.All(w => IsOfTopic(w, topic) || Generic.Contains(w)) && !Generic.Contains(words[0]) && (words.Length > 1 || !Generic.Contains(key))
            && words.All(w => !char.IsAsciiDigit(w[0]) || words.Length == 1 && w.Any(char.IsAsciiLetter)) && words.Max(Idf) >= Telling && !IsLoose(words);
    }

    // A term of the topic, its short form, or a word with the same beginning: "molecule" tells nothing about molecular properties.
    private static bool IsOfTopic(string word, HashSet<string> topic) =>
        topic.Contains(word) || (Acronyms.Common.TryGetValue(word, out var terms) && terms.All(topic.Contains))
        || topic.Any(t => t.AsSpan().CommonPrefixLength(word) >= SharedLetters);

    // Begins or ends inside a compound: "aware" of "domain-aware", "driven" of "data-driven".
    private static bool IsLoose(string[] words) => words.Length > 1 && (words[^1].EndsWith("ular", StringComparison.Ordinal) || words[0] is "awar" or "base" or "driven" or "free" or "specif" or "guid" || words[^1] is "base" or "driven" or "awar" or "guid" or "free" or "specif" or "us" or "via" or "novel" or "effici" or "propos" or "high" or "low" or "multi");

    private static double Idf(string stem) => Math.Log((BackgroundTerms.Documents + 1) / (BackgroundTerms.FrequencyOf(stem) + 8));

    private static bool Overlap(string a, string b) => a.Split(' ').Intersect(b.Split(' '), StringComparer.Ordinal).Any();

    private static string Surface(string key, IReadOnlyList<PaperPhrases> papers) =>
        papers.Where(p => p.Holds(key)).Select(p => p.SurfaceOf(key)).CountBy(s => s, StringComparer.Ordinal)
            .OrderByDescending(s => s.Value).ThenBy(s => s.Key.Count(char.IsUpper)).ThenBy(s => s.Key, StringComparer.Ordinal).First().Key;
}
