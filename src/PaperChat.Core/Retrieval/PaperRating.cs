using PaperChat.Evidence;
using PaperChat.Papers;
using PaperChat.Questions;

namespace PaperChat.Retrieval;

/// <summary>Rates the papers that a question found by what their text shows: title named, terms covered. Not thread-safe.</summary>
/// <param name="reading">The question.</param>
/// <param name="terms">Its terms.</param>
/// <param name="focus">Papers that the turns before were about, best first.</param>
/// <param name="parts">Of each part of the question the papers that it may name, with their scores.</param>
internal sealed class PaperRating(
    QuestionReading reading, ResolvedTerms terms, IReadOnlyList<PaperId> focus, IReadOnlyList<Dictionary<PaperId, double>> parts)
{
    /// <summary>Among equals the one that a daily list brought.</summary>
    public const double ListedTie = 0.2;

    // Enough for a listed paper that holds what the topic names to come before an archive's, and not for one that holds half of it.
    private const double ListedBonus = 1.6;

    // What a question leans on stays its subject even where others hold more of its words.
    private const double FocusBonus = 1.8;
    private const double HeldByFocus = 0.5;
    private const double LaterFocusShare = 0.7;

    private readonly QuestionText _question = new(reading.Text);
    private readonly MentionFinder _mentions = new(reading.Text, terms);
    private readonly HeldTerms _held = new(terms);
    private readonly PaperId[] _bestOfParts = [.. parts.Select(p => p.Count > 0 ? p.MaxBy(s => s.Value).Key : default)];

    /// <param name="paper">The paper.</param>
    /// <param name="found">Its score in the search, 0 to 1.</param>
    public RankedPaper Rate(Paper paper, double found)
    {
        var analyzed = AnalyzedPaper.Of(paper);
        var title = TitleMatch.Of(terms, _question, analyzed);
        var match = _held.MatchOf(analyzed);
        var coverage = (match.Exact + match.Related) / Math.Max(terms.Total, 1e-9);
        var named = Math.Max(title.Name, title.Terms >= 3 ? title.Coverage * title.Coverage : 0);
        var bestFor = Enumerable.Range(0, parts.Count).Where(i => parts[i].Count > 0 && _bestOfParts[i] == paper.Id).ToArray();
        return new RankedPaper
        {
            Paper = analyzed,
            Coverage = coverage,
            Named = named,
            IsNamed = title.Name >= 0.5,
            NeighbourShare = new Lazy<double>(() => reading.Kind == QuestionKind.Topic ? NeighbourMatch.ShareOf(terms, analyzed) : 0),
            Mention = title.Name >= 0.5 ? title.Where : _mentions.Of(analyzed),
            SentenceScoring = new Lazy<IReadOnlyList<double>>(() => SentenceRanker.Score(reading, terms, analyzed)),
            Covered = match.Covered,
            BestForParts = bestFor,
            IsInFocus = focus.Contains(paper.Id) && (reading.LeansOnHistory || coverage >= HeldByFocus),
            Score = found + 0.6 * named + 0.5 * coverage
                + (paper.Listed is null ? 0 : reading.Kind == QuestionKind.Topic ? ListedBonus * coverage : ListedTie)
                + (bestFor.Length > 0 ? 0.5 : 0) + FocusScore(paper, coverage),
        };
    }

    private double FocusScore(Paper paper, double coverage)
    {
        if (!focus.Contains(paper.Id))
        {
            return 0;
        }

        var first = focus[0] == paper.Id ? 1 : LaterFocusShare;
        return reading.LeansOnHistory ? first * FocusBonus : coverage >= HeldByFocus ? first * coverage : 0;
    }
}
