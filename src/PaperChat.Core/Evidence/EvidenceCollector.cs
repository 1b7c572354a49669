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
    private const float TitleTermFrom = 0.9f;

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
            AnswerShape.Narrow => (3, 62),
            AnswerShape.Comparison => (2, papers.Length > 2 ? 35 : 55),
            _ => (1, 40),
        };
        var items = papers
            .Select(p => shape == AnswerShape.Comparison ? ForItself(ranking, p, papers) : (Paper: p, ranking.Terms))
            .Select((p, i) => new EvidenceItem(i + 1, p.Paper, SentenceSelector.Select(p.Terms, p.Paper, sentences, words)))
            .ToArray();
        var confidence = ConfidenceModel.Estimate(ranking, shape, items);
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

    // In a comparison the words that name the other papers say nothing about this one's sentences.
    private static (RankedPaper Paper, ResolvedTerms Terms) ForItself(Ranking ranking, RankedPaper paper, RankedPaper[] compared)
    {
        var own = SentenceMatch.Of(ranking.Terms, paper.Paper.Title).Covered;
        var others = compared.Where(p => p != paper).Select(p => SentenceMatch.Of(ranking.Terms, p.Paper.Title).Covered).ToArray();
        var foreign = ranking.Terms.Terms.Where((_, t) => own[t] < 1 && others.Any(o => o[t] >= TitleTermFrom)).ToHashSet();
        var terms = ranking.Terms.Where(t => !foreign.Contains(t));
        return (paper with { SentenceScores = SentenceRanker.Score(ranking.Reading, terms, paper.Paper) }, terms);
    }

    // The papers that a question sets side by side: those that it names, and the best one of each of its parts.
    private static RankedPaper[] Compared(Ranking ranking)
    {
        var named = new List<RankedPaper>();
        foreach (var paper in ranking.Papers.Where(p => p.Named >= NamedFrom && p.NameWords.Count > 0).OrderByDescending(p => p.NameWords.Count))
        {
            // "Selective Attention" names one paper, not a second one called "Attention" too.
            if (named.All(n => n.NameWords.First + n.NameWords.Count <= paper.NameWords.First || paper.NameWords.First + paper.NameWords.Count <= n.NameWords.First))
            {
                named.Add(paper);
            }
        }

        var parts = ranking.Reading.Kind == QuestionKind.Comparison || named.Count == 1
            ? ranking.Papers.Where(p => p.BestForParts.Count > 0 && !named.Contains(p))
            : [];
        parts = ranking.Reading.Kind == QuestionKind.Comparison ? parts.Take(Math.Max(0, ranking.Reading.Parts.Count - named.Count)) : parts.Where(p => p.Named >= NamedFrom);
        RankedPaper[] compared = [.. named.Concat(parts).Take(MaxCompared).OrderByDescending(p => p.Score)];
        return compared;
    }
}
