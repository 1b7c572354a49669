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

    private const double SharedName = 0.35;

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
        var rating = new PaperRating(reading, terms, focus, parts);
        var ranked = papers
            .Where(p => reading.Filters.Matches(p))
            .Select(p => rating.Rate(p, scores.GetValueOrDefault(p.Id) / top))
            .OrderByDescending(p => p.Score).ThenBy(p => p.Paper.Paper.Id)
            .Select((p, i) => i < WithSentences ? p with { Score = p.Score + SentenceWeight * Math.Max(0, p.SentenceScores.DefaultIfEmpty(0).Max()) } : p)
            .ToArray();
        ranked = [.. ranked.Select(p => p with { Score = p.Score - (SharesName(p, ranked) ? SharedName : 0) }).OrderByDescending(p => p.Score).ThenBy(p => p.Paper.Paper.Id)];
        return new Ranking(reading, terms, ranked) { Notes = [.. reading.Notes, .. terms.Notes] };
    }

    // Several papers bear the name: it does not tell which one is meant, the rest of the question does.
    private static bool SharesName(RankedPaper paper, RankedPaper[] all) =>
        paper.IsNamed && all.Any(o => o != paper && o.IsNamed && o.Mention.Start == paper.Mention.Start && o.Mention.End == paper.Mention.End);

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
