using PaperChat.Evidence;
using PaperChat.Text;

namespace PaperChat.Review;

/// <summary>
/// Names groups of papers by the noun phrase that sets them apart: log-odds with its standard error (Monroe, Colaresi and Quinn, 2008)
/// of the share of papers that hold a phrase in the group and outside of it.
/// </summary>
internal static class ThemeLabels
{
    private const double Telling = 2.0;
    private const double Rare = 6.0;
    private const double CompleteShare = 0.5;
    private const double WholeShare = 0.45;
    private const int SharedLetters = 6;
    private const int TitlesOfWord = 2;

    // Words that any paper may hold, as stems.
    private static readonly HashSet<string> Generic = Stems(
        """
        method approach framework task paper study work model base use novel new toward propose present introduce show demonstrate result
        experiment evaluate evaluation performance improve improvement achieve state art problem system technique analysis data dataset
        benchmark learn train training algorithm network neural deep efficient effective effectiveness large small high low good better
        best simple general different various multiple several existing previous recent first second one two three explore investigate
        address challenge application design develop development understand understanding via survey comprehensive
        empirical rethink revisit case apply perform compare comparison significant significantly outperform current code available
        extensive provide enable allow require include number set time order make way able important key open fast faster strong
        introduction baseline ability capability issue impact role level type form size range process step example sample user input
        output feature value function parameter computational compute computation cost scale scalable lead leverage reduce increase
        generate extend combine enhance explain extract identify capture understand term mechanism information llm lm
        real world shared main total experimental open-source state-of-the-art end-to-end theoretical practical practice
        contribution gap domain environment setting success limitation advantage perspective context variant candidate choice
        research researcher field area aspect factor component module layer technology solution strategy
        """);

    // What ends so is a measure, not a subject, as stems.
    private static readonly HashSet<string> Measures = Stems("rate accuracy score error latency throughput");

    // Phrases that name no subject although their words are telling, as stems.
    private static readonly HashSet<string> Empty = new(
        """
        natural language processing, natural language, shared task, language model, large language model, pretrained language model, language model capability,
        computer vision, machine learning, deep learning, machine learning model, nlp model, nlp task, project page, project website, web page, source code, github repository,
        public dataset, training data, training set, test set, test time, training time, prior knowledge, prior work, related work, ablation study,
        downstream task, loss function, objective function, latent space, f1 score, bleu score, rouge score, wer, bleu, rouge, map, accuracy, word error rate, ai research,
        imagenet, glue benchmark, rest, trade-off, wide range, broad range, human evaluation, automatic evaluation, user study, higher accuracy,
        brain, server, basis, attention mechanism, popularity, attempt, target, source document, rise, advent, presence, absence, need, demand, interest, effort, lens, insight, practitioner
        """.Split(',').Select(p => string.Join(' ', p.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Stem))), StringComparer.Ordinal);

    /// <summary>One label a group, in order, no two alike.</summary>
    /// <param name="topic">The topic, whose own words tell nothing.</param>
    /// <param name="groups">The phrases of the papers of each group.</param>
    public static IReadOnlyList<string> Of(string topic, IReadOnlyList<IReadOnlyList<PaperPhrases>> groups) =>
        [.. Find(topic, groups).Select((label, i) => label ?? FormattableString.Invariant($"Theme {i + 1}"))];

    /// <summary>The same with null for a group that no phrase sets apart from the others.</summary>
    public static IReadOnlyList<string?> Find(string topic, IReadOnlyList<IReadOnlyList<PaperPhrases>> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        var known = TopicStems(topic);
        var taken = new List<string>();
        var labels = new List<string?>();
        for (var i = 0; i < groups.Count; i++)
        {
            var rest = groups.Where((_, other) => other != i).SelectMany(g => g).ToArray();
            var key = Choose(known, groups[i], rest, taken);
            labels.Add(key is null ? null : Capital(Surface(key, groups[i])));
            taken.AddRange(key is null ? [] : [key]);
        }

        return labels;
    }

    /// <summary>The phrases that set a group of papers apart from abstracts at large, best first.</summary>
    public static IReadOnlyList<string> Distinctive(string topic, IReadOnlyList<PaperPhrases> papers, int most)
    {
        var taken = new List<string>();
        foreach (var (key, _) in Ranked(TopicStems(topic), papers, [], least: 2).Where(p => p.Key.Contains(' ', StringComparison.Ordinal)))
        {
            if (taken.Count < most && !taken.Any(t => Overlap(t, key)))
            {
                taken.Add(key);
            }
        }

        return [.. taken.Select(k => Surface(k, papers))];
    }

    // What two papers share, where they share nothing what one of them has in its title.
    private static string? Choose(HashSet<string> topic, IReadOnlyList<PaperPhrases> papers, IReadOnlyList<PaperPhrases> rest, List<string> taken)
    {
        for (var least = Math.Min(2, papers.Count); least >= 1; least--)
        {
            var ranked = Ranked(topic, papers, rest, least);
            var free = ranked.Select(p => Whole(ranked, p)).FirstOrDefault(k => !taken.Any(t => IsPart(t, k.Key) || IsPart(k.Key, t)));
            if (free.Key is not null)
            {
                return free.Key;
            }
        }

        return null;
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    // A longer phrase that is nearly as telling says more: "state space" is part of "state space models".
    private static (string Key, double Score) Whole(List<(string Key, double Score)> ranked, (string Key, double Score) part)
    {
        var whole = ranked.FirstOrDefault(p => p.Key.Length > part.Key.Length && IsPart(part.Key, p.Key) && p.Score >= WholeShare * part.Score);
        return whole.Key is null ? part : whole;
    }

    private static List<(string Key, double Score)> Ranked(HashSet<string> topic, IReadOnlyList<PaperPhrases> papers, IReadOnlyList<PaperPhrases> rest, int least) =>
    [
        .. papers.SelectMany(p => p.Keys).CountBy(k => k, StringComparer.Ordinal)
            .Where(k => k.Value >= least && IsTelling(k.Key, topic) && IsNamed(k.Key, papers) && papers.Any(p => p.IsWhole(k.Key))
                && papers.Count(p => p.IsComplete(k.Key)) >= CompleteShare * k.Value && (least > 1 || papers.Any(p => p.HoldsInTitle(k.Key))))
            .Select(k => (k.Key, Score: Score(k.Key, k.Value, papers, rest)))
            .Where(k => k.Score > 0)
            .OrderByDescending(k => k.Score).ThenBy(k => k.Key, StringComparer.Ordinal),
    ];

    private static double Score(string key, int inside, IReadOnlyList<PaperPhrases> papers, IReadOnlyList<PaperPhrases> rest)
    {
        var outside = rest.Count(p => p.Holds(key));
        var titles = papers.Count(p => p.HoldsInTitle(key));
        var odds = Math.Log((inside + 0.5) / (papers.Count - inside + 0.5)) - Math.Log((outside + 0.5) / (rest.Count - outside + 0.5));
        var apart = rest.Count == 0 ? inside : odds / Math.Sqrt((1 / (inside + 0.5)) + (1 / (outside + 0.5)));
        var words = key.Split(' ');
        var rarity = words.Average(w => Math.Min(1, Idf(w) / Rare));
        return apart * rarity * (words.Length == 1 ? 0.5 : 1.3) * Math.Pow((double)inside / papers.Count, 0.6) * (1 + (0.7 * titles / papers.Count));
    }

    private static bool IsTelling(string key, HashSet<string> topic)
    {
        var words = key.Split(' ');
        return !Empty.Contains(key) && !words.All(w => IsOfTopic(w, topic) || Generic.Contains(w)) && !Generic.Contains(words[0]) && !Measures.Contains(words[^1])
            && words.All(w => !char.IsAsciiDigit(w[0])) && words.Max(Idf) >= Telling;
    }

    // A single word, and one with a number (mostly a data set), says enough only where titles hold it.
    private static bool IsNamed(string key, IReadOnlyList<PaperPhrases> papers) =>
        (key.Contains(' ', StringComparison.Ordinal) && !key.Any(char.IsAsciiDigit)) || papers.Count(p => p.HoldsInTitle(key)) >= Math.Min(TitlesOfWord, papers.Count);

    // A term of the topic, its short form, or a word with the same beginning: "molecule" tells nothing about molecular properties.
    private static bool IsOfTopic(string word, HashSet<string> topic) =>
        topic.Contains(word) || (Acronyms.Common.TryGetValue(word, out var terms) && terms.Any(topic.Contains))
        || topic.Any(t => t.AsSpan().CommonPrefixLength(word) >= SharedLetters);

    private static double Idf(string stem) => Math.Log((BackgroundTerms.Documents + 1) / (BackgroundTerms.FrequencyOf(stem) + 8));

    private static bool Overlap(string a, string b) => a.Split(' ').Intersect(b.Split(' '), StringComparer.Ordinal).Any();

    private static bool IsPart(string part, string whole) => $" {whole} ".Contains($" {part} ", StringComparison.Ordinal);

    // The form that stands by itself most often; of what can be counted the plural.
    private static string Surface(string key, IReadOnlyList<PaperPhrases> papers)
    {
        var forms = papers.SelectMany(p => p.SurfacesOf(key)).ToArray();
        var plurals = !key.Contains(' ', StringComparison.Ordinal) || papers.Any(p => p.IsCountable(key)) ? forms.Where(f => f.Rank > 0 && f.Surface.EndsWith('s')).ToArray() : [];
        return (plurals.Length > 0 ? plurals : forms).GroupBy(s => s.Surface, StringComparer.OrdinalIgnoreCase)
            .OrderByDescending(s => s.Sum(u => u.Rank)).ThenBy(s => s.Key, StringComparer.OrdinalIgnoreCase).First()
            .Select(s => s.Surface).OrderBy(s => s.Count(char.IsUpper)).ThenBy(s => s, StringComparer.Ordinal).First();
    }

    // The words of the topic, their compounds, and the short forms that stand for them.
    private static HashSet<string> TopicStems(string topic)
    {
        string[] words = [.. TextAnalyzer.Words(topic).Select(w => w.Text)];
        var stems = TextAnalyzer.Analyze(topic).Select(t => t.Term).ToHashSet(StringComparer.Ordinal);
        for (var start = 0; start < words.Length; start++)
        {
            for (var end = start + 2; end <= words.Length; end++)
            {
                stems.Add(Stem(string.Concat(words[start..end].Select(w => w[0]))));
                stems.Add(Stem(string.Concat(words[start..end])));
            }
        }

        return stems;
    }

    private static HashSet<string> Stems(string words) =>
        new(words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Stem), StringComparer.Ordinal);

    private static string Stem(string word) => TextAnalyzer.TermOf(word.Replace("-", "", StringComparison.Ordinal)) ?? word;
}
