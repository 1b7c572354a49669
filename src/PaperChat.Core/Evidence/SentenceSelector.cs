using PaperChat.Questions;
using PaperChat.Retrieval;

namespace PaperChat.Evidence;

/// <summary>Chooses the sentences of one paper that together answer a question, within a budget of words.</summary>
internal static class SentenceSelector
{
    // A second sentence is worth its words when it scores at least this share of the best one's.
    private const double WorthSaying = 0.72;

    // One that is nearly as good as the best may make the answer half as long again.
    private const double NearlyBest = 0.9;

    /// <param name="terms">The question's terms.</param>
    /// <param name="paper">The paper, its sentences scored.</param>
    /// <param name="sentences">The most sentences wanted.</param>
    /// <param name="worthSaying">Share of the best sentence's score that a further one must reach.</param>
    /// <param name="words">The most words, but for the first sentence and the one it points back to.</param>
    public static IReadOnlyList<AnalyzedSentence> Select(ResolvedTerms terms, RankedPaper paper, int sentences, int words, double worthSaying = WorthSaying)
    {
        var all = paper.Paper.Sentences;
        if (all.Count == 0)
        {
            return [];
        }

        var order = Enumerable.Range(0, all.Count).OrderByDescending(i => paper.SentenceScores[i]).ThenBy(i => i).ToArray();
        var best = paper.SentenceScores[order[0]];
        var covered = new float[terms.Terms.Count];
        var chosen = new SortedSet<int>();
        foreach (var index in order)
        {
            var score = paper.SentenceScores[index] + Gain(terms, covered, all[index]);
            var budget = chosen.Count == 1 && score >= NearlyBest * best ? words + words / 2 : words;
            if (chosen.Count > 0 && (chosen.Count >= sentences || score < worthSaying * best || Words(all, chosen, index) > budget))
            {
                continue;
            }

            chosen.Add(index);
            Cover(terms, covered, all[index]);
            if (index > 0 && SentenceCues.PointsBack(all[index].Display) && chosen.Count < sentences && Words(all, chosen, index - 1) <= words + words / 2)
            {
                chosen.Add(index - 1);
                Cover(terms, covered, all[index - 1]);
            }
        }

        return [.. chosen.Select(i => all[i])];
    }

    // What a sentence adds: terms of the question that no chosen sentence holds.
    private static double Gain(ResolvedTerms terms, float[] covered, AnalyzedSentence sentence)
    {
        var match = SentenceMatch.Of(terms, sentence.Tokens).Covered;
        double gain = 0;
        for (var t = 0; t < match.Length; t++)
        {
            gain += Math.Max(0, match[t] - covered[t]) * terms.Terms[t].Worth;
        }

        return covered.All(c => c == 0) ? 0 : 3 * gain / Math.Max(terms.Total, 1e-9);
    }

    private static void Cover(ResolvedTerms terms, float[] covered, AnalyzedSentence sentence)
    {
        var match = SentenceMatch.Of(terms, sentence.Tokens).Covered;
        for (var t = 0; t < match.Length; t++)
        {
            covered[t] = Math.Max(covered[t], match[t]);
        }
    }

    private static int Words(IReadOnlyList<AnalyzedSentence> all, SortedSet<int> chosen, int added) =>
        chosen.Append(added).Distinct().Sum(i => all[i].Display.AsSpan().Count(' ') + 1);
}
