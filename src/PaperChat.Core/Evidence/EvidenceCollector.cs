using PaperChat.Library;
using PaperChat.Questions;
using PaperChat.Retrieval;

namespace PaperChat.Evidence;

/// <summary>Decides from a ranking how to answer, from which papers and with which of their sentences, or that it should not be tried.</summary>
public static class EvidenceCollector
{
    private const int MaxListed = 8;
    private const int MaxBroad = 3;

    // In a comparison little of the question is left to rank by: more sentences are shown.
    private const double ComparedWorth = 0.55;

    // Of a list only papers are shown that score at least this share of the first one.
    private const double ListedShare = 0.6;
    private const double NeighboursShare = 0.5;
    private const int ShortList = 4;
    private const double BroadShare = 0.9;

    /// <summary>A paper counts as named by the question from here on.</summary>
    private const double NamedFrom = 0.45;

    public static EvidenceSet Collect(Ranking ranking, LibraryState library, int? maxPapers)
    {
        ArgumentNullException.ThrowIfNull(ranking);
        ArgumentNullException.ThrowIfNull(library);
        var compared = ranking.Reading.Kind == QuestionKind.Topic ? [] : ComparedPapers.Of(ranking);
        var shape = ShapeOf(ranking, compared);
        var papers = Papers(ranking, shape, compared).Take(maxPapers ?? int.MaxValue).ToArray();
        var (sentences, words) = shape switch
        {
            AnswerShape.Narrow => (3, 60),
            AnswerShape.Comparison => papers.Length > 2 ? (1, 60) : (4, 105),
            _ => (1, 40),
        };
        var items = papers
            .Select(p => shape == AnswerShape.Comparison ? ComparedPapers.ForItself(ranking, p, papers) : (Paper: p, ranking.Terms))
            .Select((p, i) => new EvidenceItem(i + 1, p.Paper, shape == AnswerShape.Comparison
                ? SentenceSelector.Select(p.Terms, p.Paper, sentences, words, ComparedWorth)
                : SentenceSelector.Select(p.Terms, p.Paper, sentences, words)))
            .ToArray();
        var confidence = ConfidenceModel.Estimate(ranking, items);
        return new EvidenceSet
        {
            Ranking = ranking,
            Shape = shape,
            // The confidence model was fitted on lists with all their papers.
            Items = shape == AnswerShape.List ? NearFirst(items) : items,
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

    private static AnswerShape ShapeOf(Ranking ranking, RankedPaper[] compared)
    {
        var reading = ranking.Reading;
        if (reading.Kind == QuestionKind.Topic)
        {
            return AnswerShape.List;
        }

        if (compared.Length > 1)
        {
            return AnswerShape.Comparison;
        }

        return ranking.Papers.Count > 1 && ranking.Papers[0].Named < NamedFrom && !ranking.Papers[0].IsInFocus
            && ranking.Papers[1].Score >= BroadShare * ranking.Papers[0].Score ? AnswerShape.Broad : AnswerShape.Narrow;
    }

    private static IEnumerable<RankedPaper> Papers(Ranking ranking, AnswerShape shape, RankedPaper[] compared)
    {
        var papers = ranking.Papers;
        if (papers.Count == 0)
        {
            return [];
        }

        return shape switch
        {
            AnswerShape.Narrow => papers.Take(1),
            AnswerShape.Comparison => compared,
            AnswerShape.Broad => papers.TakeWhile(p => p.Score >= BroadShare * papers[0].Score).Take(MaxBroad),
            _ => papers.TakeWhile(p => p.Score >= ListedShare * papers[0].Score).Take(MaxListed),
        };
    }

    // Papers in which the topic's words only stand far apart are seldom about it: they come last, and only into a short list.
    private static EvidenceItem[] NearFirst(EvidenceItem[] items)
    {
        var least = NeighboursShare * items.Select(i => i.Paper.Neighbours).DefaultIfEmpty(0).Max();
        var near = items.Where(i => i.Paper.Neighbours >= least).ToArray();
        var far = items.Where(i => i.Paper.Neighbours < least).Take(Math.Max(0, ShortList - near.Length));
        return [.. near.Concat(far).Select((item, i) => item with { Key = i + 1 })];
    }
}
