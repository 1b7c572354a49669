using PaperChat.Questions;
using PaperChat.Retrieval;

namespace PaperChat.Evidence;

/// <summary>Finds the papers that a question sets side by side.</summary>
internal static class ComparedPapers
{
    private const int MaxCompared = 4;
    private const float NamingWeight = 0.3f;
    private const double HeldShare = 0.5;
    private const double HoldsAll = 0.9;
    private const double ClearOfOthers = 1.5;

    /// <summary>
    /// Those that the question's words point to, joined by "and" or the like, and for the rest of an outspoken comparison the best
    /// paper of each of its parts; in the order of the question, none when it sets no papers side by side.
    /// </summary>
    public static RankedPaper[] Of(Ranking ranking)
    {
        var bestOfParts = BestOfParts(ranking);
        var outspoken = ranking.Reading.Kind == QuestionKind.Comparison;
        // A large library holds papers on every word of the question; there are no more subjects than parts.
        var most = Math.Min(MaxCompared, Math.Max(2, ranking.Reading.Parts.Count));
        var mentioned = new List<RankedPaper>();
        foreach (var paper in Mentioned(ranking))
        {
            if (mentioned.Count < most && mentioned.TrueForAll(m => !m.Mention.Overlaps(paper.Mention) && (outspoken || PointsElsewhere(ranking, paper, m))))
            {
                mentioned.Add(paper);
            }
        }

        if (mentioned.Count < 2)
        {
            mentioned.AddRange(bestOfParts.Where(p => !mentioned.Contains(p)));
        }

        var text = ranking.Reading.Text;
        if (!outspoken && ranking.Papers is [{ Coverage: >= HoldsAll } first, ..] && !mentioned.Contains(first))
        {
            return [];
        }

        return mentioned.Count > 1 && (outspoken || bestOfParts.Length > 1
            || mentioned.Skip(1).Any(m => MentionFinder.AreCoordinated(text, mentioned[0].Mention, m.Mention)))
            ? [.. mentioned.OrderBy(p => p.Mention.Start)]
            : [];
    }

    /// <summary>
    /// The words that point to the other papers say nothing about this one's sentences, and those that point to this one little: what
    /// is left is the aspect in which they are compared.
    /// </summary>
    public static (RankedPaper Paper, ResolvedTerms Terms) ForItself(Ranking ranking, RankedPaper paper, RankedPaper[] compared)
    {
        var foreign = compared.Where(p => p != paper).Select(p => p.Mention).ToArray();
        var terms = ranking.Terms.Where(t => !Stands(t, foreign) || Stands(t, [paper.Mention]));
        terms = terms.Weigh(t => Stands(t, [paper.Mention]) ? NamingWeight : 1);
        return (paper with { SentenceScoring = new(() => SentenceRanker.Score(ranking.Reading, terms, paper.Paper)) }, terms);
    }

    private static IOrderedEnumerable<RankedPaper> Mentioned(Ranking ranking) => ranking.Papers.Where(p => p.IsNamed || p.Mention.Terms >= 2)
        .OrderByDescending(p => p.IsNamed).ThenByDescending(p => p.BestForParts.Count > 0)
        .ThenByDescending(p => p.Mention.Strength).ThenByDescending(p => p.Score);

    // "... in A and in B": each part finds a paper of its own, and no other paper comes near them.
    private static RankedPaper[] BestOfParts(Ranking ranking)
    {
        var outspoken = ranking.Reading.Kind == QuestionKind.Comparison;
        var others = ranking.Papers.Where(p => p.BestForParts.Count == 0).Select(p => p.Score).DefaultIfEmpty(0).Max();
        var best = ranking.Papers.Where(p => p.BestForParts.Count > 0 && (outspoken || p.Mention.Terms > 0)
            && p.Score >= ClearOfOthers * others && p.Score >= HeldShare * ranking.Papers[0].Score).ToArray();
        // Where a paper of its own holds the whole question best, its parts are asked of that one.
        return best.Length > 1 && ranking.Papers[0].BestForParts.Count > 0 && (outspoken || MentionFinder.HasCoordinator(ranking.Reading.Text)) ? best : [];
    }

    // Words that the paper already mentioned holds itself speak of its own subject.
    private static bool PointsElsewhere(Ranking ranking, RankedPaper paper, RankedPaper mentioned)
    {
        double all = 0, held = 0;
        for (var t = 0; t < ranking.Terms.Terms.Count; t++)
        {
            var term = ranking.Terms.Terms[t];
            if (Stands(term, [paper.Mention]))
            {
                all += term.Worth;
                held += mentioned.Covered[t] >= 0.9f ? term.Worth : 0;
            }
        }

        return paper.IsNamed || held < HeldShare * all;
    }

    private static bool Stands(ResolvedTerm term, Mention[] mentions) =>
        mentions.Any(m => term.Source.Start >= m.Start && term.Source.Start < m.End);
}
