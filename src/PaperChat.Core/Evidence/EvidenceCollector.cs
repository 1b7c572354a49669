using PaperChat.Library;
using PaperChat.Questions;
using PaperChat.Retrieval;

namespace PaperChat.Evidence;

/// <summary>Decides from a ranking how to answer, from which papers and with which of their sentences, or that it should not be tried.</summary>
public static class EvidenceCollector
{
    private const int MaxListed = 8;
    private const int MaxBroad = 3;
    private const int MaxCompared = 4;
    // In a comparison little of the question is left to rank by: more sentences are shown.
    private const double ComparedWorth = 0.55;
    private const float NamingWeight = 0.3f;
    private const double HeldShare = 0.5;
    private const double HoldsAll = 0.9;
    private const double ClearOfOthers = 1.5;

    // Of a list only papers are shown that score at least this share of the first one.
    private const double ListedShare = 0.6;
    private const double BroadShare = 0.9;

    /// <summary>A paper counts as named by the question from here on.</summary>
    private const double NamedFrom = 0.45;

    public static EvidenceSet Collect(Ranking ranking, LibraryState library, int? maxPapers)
    {
        ArgumentNullException.ThrowIfNull(ranking);
        ArgumentNullException.ThrowIfNull(library);
        var shape = ShapeOf(ranking);
        var papers = Papers(ranking, shape).Take(maxPapers ?? int.MaxValue).ToArray();
        var (sentences, words) = shape switch
        {
            AnswerShape.Narrow => (3, 60),
            AnswerShape.Comparison => papers.Length > 2 ? (1, 60) : (4, 105),
            _ => (1, 40),
        };
        var items = papers
            .Select(p => shape == AnswerShape.Comparison ? ForItself(ranking, p, papers) : (Paper: p, ranking.Terms))
            .Select((p, i) => new EvidenceItem(i + 1, p.Paper, shape == AnswerShape.Comparison
                ? SentenceSelector.Select(p.Terms, p.Paper, sentences, words, ComparedWorth)
                : SentenceSelector.Select(p.Terms, p.Paper, sentences, words)))
            .ToArray();
        var confidence = ConfidenceModel.Estimate(ranking, items);
        return new EvidenceSet
        {
            Ranking = ranking,
            Shape = shape,
            Items = items,
            Confidence = confidence,
            Refusal = RefusalReason(ranking, items, confidence),
            Library = library,
        };
    }

    private static string? RefusalReason(Ranking ranking, EvidenceItem[] items, double confidence)
    {
        if (items.Length == 0)
        {
            return "no-hits";
        }

        if (confidence >= ConfidenceModel.Threshold)
        {
            return null;
        }

        return ranking.Papers[0].Named >= NamedFrom || ranking.Papers[0].IsInFocus ? "not-stated" : "no-evidence";
    }

    private static AnswerShape ShapeOf(Ranking ranking)
    {
        var reading = ranking.Reading;
        if (reading.Kind == QuestionKind.Topic)
        {
            return AnswerShape.List;
        }

        if (Compared(ranking).Length > 1)
        {
            return AnswerShape.Comparison;
        }

        return ranking.Papers.Count > 1 && ranking.Papers[0].Named < NamedFrom && !ranking.Papers[0].IsInFocus
            && ranking.Papers[1].Score >= BroadShare * ranking.Papers[0].Score ? AnswerShape.Broad : AnswerShape.Narrow;
    }

    private static IEnumerable<RankedPaper> Papers(Ranking ranking, AnswerShape shape)
    {
        var papers = ranking.Papers;
        if (papers.Count == 0)
        {
            return [];
        }

        return shape switch
        {
            AnswerShape.Narrow => papers.Take(1),
            AnswerShape.Comparison => Compared(ranking),
            AnswerShape.Broad => papers.TakeWhile(p => p.Score >= BroadShare * papers[0].Score).Take(MaxBroad),
            _ => papers.TakeWhile(p => p.Score >= ListedShare * papers[0].Score).Take(MaxListed),
        };
    }

    // In a comparison the words that point to the other papers say nothing about this one's sentences, and those that point to this
    // one little: what is left is the aspect in which they are compared.
    internal static (RankedPaper Paper, ResolvedTerms Terms) ForItself(Ranking ranking, RankedPaper paper, RankedPaper[] compared)
    {
        var foreign = compared.Where(p => p != paper).Select(p => p.Mention).ToArray();
        var terms = ranking.Terms.Where(t => !Stands(t, foreign) || Stands(t, [paper.Mention]));
        terms = terms.Weigh(t => Stands(t, [paper.Mention]) ? NamingWeight : 1);
        return (paper with { SentenceScores = SentenceRanker.Score(ranking.Reading, terms, paper.Paper) }, terms);
    }

    private static bool Stands(ResolvedTerm term, Mention[] mentions) =>
        mentions.Any(m => term.Source.Start >= m.Start && term.Source.Start < m.End);

    // The papers that a question sets side by side: those that its words point to, joined by "and" or the like, and for the rest of
    // an outspoken comparison the best paper of each of its parts.
    internal static RankedPaper[] Compared(Ranking ranking)
    {
        var outspoken = ranking.Reading.Kind == QuestionKind.Comparison;
        // A large library holds papers on every word of the question; there are no more subjects than parts.
        var most = Math.Min(MaxCompared, Math.Max(2, ranking.Reading.Parts.Count));
        var mentioned = new List<RankedPaper>();
        foreach (var paper in ranking.Papers.Where(IsMentioned).OrderByDescending(p => p.IsNamed).ThenByDescending(p => p.BestForParts.Count > 0).ThenByDescending(p => p.Mention.Strength).ThenByDescending(p => p.Score))
        {
            if (mentioned.Count < most && mentioned.TrueForAll(m => !m.Mention.Overlaps(paper.Mention) && (outspoken || PointsElsewhere(ranking, paper, m))))
            {
                mentioned.Add(paper);
            }
        }

        if (mentioned.Count < 2)
        {
            mentioned.AddRange(BestOfParts(ranking).Where(p => !mentioned.Contains(p)));
        }

        var text = ranking.Reading.Text;
        if (!outspoken && ranking.Papers is [{ Coverage: >= HoldsAll } first, ..] && !mentioned.Contains(first))
        {
            return [];
        }

        return mentioned.Count > 1 && (outspoken || BestOfParts(ranking).Length > 1
            || mentioned.Skip(1).Any(m => MentionFinder.AreCoordinated(text, mentioned[0].Mention, m.Mention)))
            ? [.. mentioned.OrderBy(p => p.Mention.Start)]
            : [];
    }

    // "... in A and in B": each part finds a paper of its own, and no other paper comes near them.
    private static RankedPaper[] BestOfParts(Ranking ranking)
    {
        var outspoken = ranking.Reading.Kind == QuestionKind.Comparison;
        var others = ranking.Papers.Where(p => p.BestForParts.Count == 0).Select(p => p.Score).DefaultIfEmpty(0).Max();
        var best = ranking.Papers.Where(p => p.BestForParts.Count > 0 && (outspoken || p.Mention.Terms > 0) && p.Score >= ClearOfOthers * others && p.Score >= HeldShare * ranking.Papers[0].Score).ToArray();
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

    private static bool IsMentioned(RankedPaper paper) => paper.IsNamed || paper.Mention.Terms >= 2;
}
