using PaperChat.Retrieval;

namespace PaperChat.Evidence;

/// <summary>
/// How likely the chosen sentences answer the question: a logistic model over a few shares, fitted on answerable questions,
/// the same questions with their papers taken out of the library, and unanswerable ones (docs/decisions/0006-extractive-answers.md).
/// </summary>
internal static class ConfidenceModel
{
    /// <summary>
    /// Below this an answer is refused. What it refuses in small and large libraries, rightly and wrongly, is in
    /// docs/decisions/0006-extractive-answers.md.
    /// </summary>
    public const double Threshold = 0.11;

    // Several papers on a subject stand side by side, none apart.
    private const double ApartInTopics = 0.3;

    private const double Bias = -6.9;

    // In the order of Features; the second is set by hand, the others are fitted.
    private static readonly double[] Weights = [3.25, -9, 1.25, 1.3, 6.9, 3.15, -1.1, -0.4, -2.0];

    public static double Estimate(Ranking ranking, IReadOnlyList<EvidenceItem> items)
    {
        if (items.Count == 0)
        {
            return 0;
        }

        var sum = Bias + Features(ranking, items).Zip(Weights, (f, w) => f * w).Sum();
        return 1 / (1 + Math.Exp(-sum));
    }

    /// <summary>
    /// Share of the question that the chosen sentences and titles hold; that are names nothing holds; how far the first paper is
    /// named or in focus; whether the asked form is met; how far the first paper stands apart from the second, as far as it holds
    /// the question (one right paper sets itself apart, a chance hit does so too); how much the question says; whether it asks for a
    /// form; how far the asked kind of thing is missing; whether nothing is counted where a count is asked for.
    /// </summary>
    internal static double[] Features(Ranking ranking, IReadOnlyList<EvidenceItem> items)
    {
        var terms = ranking.Terms;
        var count = terms.Terms.Count;
        var covered = new float[count];
        var sentences = new float[count];
        foreach (var item in items)
        {
            for (var t = 0; t < count; t++)
            {
                covered[t] = Math.Max(covered[t], item.Paper.Covered[t]);
            }

            var title = SentenceMatch.Of(terms, item.Paper.Paper.Title).Covered;
            var match = SentenceMatch.Of(terms, [.. item.Sentences.SelectMany(s => s.Tokens)]).Covered;
            for (var t = 0; t < count; t++)
            {
                sentences[t] = Math.Max(sentences[t], Math.Max(title[t], match[t]));
            }
        }

        double said = 0, missingNames = 0;
        for (var t = 0; t < count; t++)
        {
            said += sentences[t] * terms.Terms[t].Worth;
            missingNames += covered[t] == 0 && terms.Terms[t].Source.IsName ? terms.Terms[t].Worth : 0;
        }

        var total = Math.Max(terms.Total, 1e-9);
        var focus = items[0].Paper.IsInFocus ? 1.0 : 0;
        var formMet = items.SelectMany(i => i.Sentences).Select(s => SentenceCues.Match(s.Display, ranking.Reading.Form)).DefaultIfEmpty(0).Max();
        var asked = Enumerable.Range(0, count).FirstOrDefault(t => terms.Terms[t].Source.Term == ranking.Reading.Asked, -1);
        var counted = ranking.Reading.Counted.Count > 0;
        var second = ranking.Papers.Count > 1 ? ranking.Papers[1].Score / Math.Max(ranking.Papers[0].Score, 1e-9) : 0;
        var apart = ranking.Reading.Kind == Questions.QuestionKind.Topic ? ApartInTopics : 1 - second;
        return [said / total, missingNames / total, Math.Max(items[0].Paper.Named, focus), formMet, apart * said / total,
            Math.Log(1 + terms.Total) / 3, ranking.Reading.Form == Questions.AnswerForm.Any ? 0 : 1,
            asked < 0 ? 0 : 1 - sentences[asked],
            counted && !items.Any(i => i.Paper.Paper.Sentences.Any(s => SentenceRanker.IsCounted(ranking.Reading, s))) ? 1 : 0];
    }
}
