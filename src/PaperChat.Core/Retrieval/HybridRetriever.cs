using PaperChat.Evidence;
using PaperChat.Library;
using PaperChat.Papers;
using PaperChat.Questions;

namespace PaperChat.Retrieval;

/// <summary>
/// Ranks papers for a question: candidates from the library, folded to papers, reranked by what the text shows (title named, terms
/// covered, best sentence). Thread-safe.
/// </summary>
public sealed class HybridRetriever(IPaperLibrary library, EmbeddingModel? model)
{
    private const int Reranked = 24;

    // So many papers are told apart by their best sentences, which tip the scale between near equals only.
    private const int WithSentences = 12;
    private const double SentenceWeight = 0.05;

    private const int ListedCandidates = 20;

    // Days without a year come before all others.
    private static readonly ListedDate AnyDay = new(null, 1, 1);

    // Enough for a listed paper that holds what the topic names to come before an archive's, and not for one that holds half of it.
    private const double ListedBonus = 1.6;

    /// <summary>Among equals the one that a daily list brought.</summary>
    internal const double ListedTie = 0.2;

    // What a question leans on stays its subject even where others hold more of its words.
    private const double FocusBonus = 1.8;
    private const double SharedName = 0.35;
    private const double HeldByFocus = 0.5;
    private const double LaterFocusShare = 0.7;

    private readonly QuestionSearch _search = new(library, model);
    private readonly TermResolver _resolver = new(library);

    /// <param name="reading">The question.</param>
    /// <param name="focus">Papers that the turns before were about, best first; they are searched too and preferred.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public async Task<Ranking> RankAsync(QuestionReading reading, IReadOnlyList<PaperId> focus, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reading);
        ArgumentNullException.ThrowIfNull(focus);
        var state = await library.GetStateAsync(cancellationToken);
        var terms = await _resolver.ResolveAsync(reading.Terms, state.Chunks, cancellationToken);
        var scores = await _search.ScoresAsync(reading, reading.Text, terms, cancellationToken);
        var listed = await SearchListedAsync(reading, terms, cancellationToken);
        foreach (var (id, score) in listed)
        {
            scores[id] = Math.Max(score, scores.GetValueOrDefault(id));
        }

        var parts = await new PartSearch(library, _search, _resolver).RankAsync(reading, state.Chunks, cancellationToken);
        foreach (var id in parts.SelectMany(p => p.Keys).Concat(focus))
        {
            scores.TryAdd(id, 0);
        }

        var best = scores.OrderByDescending(s => s.Value).ThenBy(s => s.Key).Take(Reranked).Select(s => s.Key)
            .Concat(parts.SelectMany(p => p.Keys)).Concat(listed.Keys).Concat(focus).Distinct().ToArray();
        var papers = await library.GetAsync(best, cancellationToken);
        var top = Math.Max(scores.Values.DefaultIfEmpty(0).Max(), 1e-9);
        var ranked = papers
            .Where(p => reading.Filters.Matches(p))
            .Select(p => Rate(reading, terms, p, scores.GetValueOrDefault(p.Id) / top, focus, parts))
            .OrderByDescending(p => p.Score).ThenBy(p => p.Paper.Paper.Id)
            .Select((p, i) => i < WithSentences ? p with { Score = p.Score + SentenceWeight * Math.Max(0, p.SentenceScores.DefaultIfEmpty(0).Max()) } : p)
            .ToArray();
        ranked = [.. ranked.Select(p => p with { Score = p.Score - (SharesName(p, ranked) ? SharedName : 0) }).OrderByDescending(p => p.Score).ThenBy(p => p.Paper.Paper.Id)];
        return new Ranking(reading, terms, ranked) { Notes = [.. reading.Notes, .. terms.Notes] };
    }

    private static RankedPaper Rate(QuestionReading reading, ResolvedTerms terms, Paper paper, double lexical,
        IReadOnlyList<PaperId> focus, IReadOnlyList<Dictionary<PaperId, double>> parts)
    {
        var analyzed = AnalyzedPaper.Of(paper);
        var title = TitleMatch.Of(terms, reading.Text, analyzed);
        var match = SentenceMatch.Of(terms, [.. analyzed.Title, .. analyzed.Sentences.SelectMany(s => s.Tokens)]);
        var coverage = (match.Exact + match.Related) / Math.Max(terms.Total, 1e-9);
        var named = Math.Max(title.Name, title.Terms >= 3 ? title.Coverage * title.Coverage : 0);
        var neighbours = reading.Kind == QuestionKind.Topic ? NeighbourMatch.ShareOf(terms, analyzed) : 0;
        var bestFor = Enumerable.Range(0, parts.Count).Where(i => parts[i].Count > 0 && parts[i].MaxBy(p => p.Value).Key == paper.Id).ToArray();
        var inFocus = focus.Contains(paper.Id) && (reading.LeansOnHistory || coverage >= HeldByFocus);
        return new RankedPaper
        {
            Paper = analyzed,
            Coverage = coverage,
            Named = named,
            IsNamed = title.Name >= 0.5,
            Neighbours = neighbours,
            Mention = title.Name >= 0.5 ? title.Where : MentionFinder.Of(reading.Text, terms, analyzed),
            SentenceScoring = new Lazy<IReadOnlyList<double>>(() => SentenceRanker.Score(reading, terms, analyzed)),
            Covered = match.Covered,
            BestForParts = bestFor,
            IsInFocus = inFocus,
            Score = lexical + 0.6 * named + 0.5 * coverage
                + (paper.Listed is null ? 0 : reading.Kind == QuestionKind.Topic ? ListedBonus * coverage : ListedTie)
                + (bestFor.Length > 0 ? 0.5 : 0) + FocusScore(reading, focus, paper, coverage),
        };
    }

    // Several papers bear the name: it does not tell which one is meant, the rest of the question does.
    private static bool SharesName(RankedPaper paper, RankedPaper[] all) =>
        paper.IsNamed && all.Any(o => o != paper && o.IsNamed && o.Mention.Start == paper.Mention.Start && o.Mention.End == paper.Mention.End);

    private static double FocusScore(QuestionReading reading, IReadOnlyList<PaperId> focus, Paper paper, double coverage)
    {
        if (!focus.Contains(paper.Id))
        {
            return 0;
        }

        var first = focus[0] == paper.Id ? 1 : LaterFocusShare;
        return reading.LeansOnHistory ? first * FocusBonus : coverage >= HeldByFocus ? first * coverage : 0;
    }

    // Which papers there are on a subject is asked of what came in lately too; a large archive would bury it.
    private async Task<Dictionary<PaperId, double>> SearchListedAsync(QuestionReading reading, ResolvedTerms terms, CancellationToken cancellationToken)
    {
        if (reading.Kind != QuestionKind.Topic || reading.Filters.ListedFrom is not null || reading.Filters.ListedTo is not null)
        {
            return [];
        }

        var found = await _search.ScoresAsync(reading with { Filters = reading.Filters with { ListedFrom = AnyDay } }, reading.Text, terms, cancellationToken);
        return found.OrderByDescending(s => s.Value).ThenBy(s => s.Key).Take(ListedCandidates).ToDictionary(s => s.Key, s => s.Value);
    }
}
