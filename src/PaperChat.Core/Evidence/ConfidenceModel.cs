using PaperChat.Retrieval;

namespace PaperChat.Evidence;

/// <summary>
/// How likely the chosen sentences answer the question: a logistic model over a few shares, fitted on answerable questions and on
/// the same questions with their papers taken out of the library (docs/decisions/0006-extractive-answers.md).
/// </summary>
internal static class ConfidenceModel
{
    public const double Threshold = 0.5;

    public static double Estimate(Ranking ranking, AnswerShape shape, IReadOnlyList<EvidenceItem> items)
    {
        if (items.Count == 0)
        {
            return 0;
        }

        var f = Features(ranking, shape, items);
        return 1 / (1 + Math.Exp(-(-2 + 5 * f[0] + 2 * f[1] - 4 * f[2] + f[3])));
    }

    internal static double[] Features(Ranking ranking, AnswerShape shape, IReadOnlyList<EvidenceItem> items)
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

        double paper = 0, said = 0, missing = 0;
        for (var t = 0; t < count; t++)
        {
            paper += covered[t] * terms.Terms[t].Worth;
            said += sentences[t] * terms.Terms[t].Worth;
            missing += covered[t] == 0 && terms.Terms[t].Source.Weight >= 1 ? (terms.Terms[t].Source.IsName ? 2 : 1) * terms.Terms[t].Worth : 0;
        }

        var total = Math.Max(terms.Total, 1e-9);
        var focus = items[0].Paper.IsInFocus ? 1.0 : 0;
        return [paper / total, said / total, missing / total, Math.Max(items[0].Paper.Named, focus)];
    }
}
