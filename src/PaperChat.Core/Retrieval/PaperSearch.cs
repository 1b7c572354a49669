using PaperChat.Library;
using PaperChat.Papers;
using PaperChat.Questions;
using PaperChat.Text;

namespace PaperChat.Retrieval;

/// <summary>Finds papers for a query, without answering it. Thread-safe.</summary>
/// <param name="library">The library.</param>
/// <param name="time">The clock.</param>
/// <param name="model">The model of the library's vectors; null finds by words alone.</param>
public sealed class PaperSearch(IPaperLibrary library, TimeProvider time, EmbeddingModel? model = null)
{
    // Each of these weights has its row in docs/retrieval.md. Scores of a hybrid ranking go up to about 2.
    private const double TitleWeight = 0.1;
    private const double NeighboursWeight = 0.1;
    private const int Reranked = 15;

    // Another spelling of a word that the library knows ("modelling", "data set") finds more, but is not to count twice.
    private const float VariantShare = 0.2f;

    private readonly CandidateSearch _candidates = new(library, model);
    private readonly TermResolver _resolver = new(library);

    public async Task<SearchResult> SearchAsync(PaperQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var began = time.GetTimestamp();
        var found = await FindAsync(query, cancellationToken);
        var papers = await ReadAsync(found.Best.Take(query.Mode == RetrievalMode.Hybrid ? Math.Max(Reranked, query.Limit) : query.Limit), cancellationToken);
        var ranked = query.Mode == RetrievalMode.Hybrid ? Rerank(found, papers) : found.Best;
        var retrieved = time.GetElapsedTime(began);
        var hits = ranked.Take(query.Limit).Where(c => papers.ContainsKey(c.Paper))
            .Select((c, i) => new SearchHit(i + 1, c.Score, papers[c.Paper].Paper, papers[c.Paper].Snippet(found.Words)) { Explanation = c.Explanation });
        return new SearchResult(query.Text, [.. hits], retrieved, time.GetElapsedTime(began), found.Notes);
    }

    /// <summary>The papers alone, best first, as evaluation needs them.</summary>
    public async Task<IReadOnlyList<PaperId>> RankAsync(PaperQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var found = await FindAsync(query, cancellationToken);
        var ranked = query.Mode == RetrievalMode.Hybrid ? Rerank(found, await ReadAsync(found.Best.Take(Reranked), cancellationToken)) : found.Best;
        return [.. ranked.Take(query.Limit).Select(c => c.Paper)];
    }

    private async Task<Found> FindAsync(PaperQuery query, CancellationToken cancellationToken)
    {
        var parsed = query.IsLiteral
            ? new ParsedQuery { Text = query.Text, Filters = query.Filters }
            : QueryParser.Parse(query.Text, query.Filters, query.AsOf ?? DateOnly.FromDateTime(time.GetLocalNow().DateTime));
        var isPlain = query.Mode == RetrievalMode.Lexical;
        var wanted = isPlain ? parsed.Text : AskingPhrase.Without(parsed.Text);
        var words = await QueryWords.ReadAsync(wanted, library, cancellationToken);
        var terms = QueryTerms.Of(wanted);
        List<string> notes = [.. parsed.Notes, .. isPlain ? [] : await AddFormsAsync(terms, wanted, cancellationToken)];
        var request = new SearchRequest
        {
            Terms = [.. terms.Select(t => new WeightedTerm(t.Key, t.Value))],
            RequiredPhrases = [.. parsed.Phrases.Select(Phrase).Where(p => p.Length > 0)],
            ExcludedPhrases = [.. parsed.Excluded.Select(Phrase).Where(p => p.Length > 0)],
            Filters = parsed.Filters,
            Limit = query.Limit,
            Explain = query.Explain,
        };
        var found = await _candidates.SearchAsync(wanted, request, query.Mode, notes, cancellationToken);
        return new Found(words, [.. found.DistinctBy(c => c.Paper)], [.. notes]);
    }

    // A word that the library does not know is searched as the library spells it; other spellings of known words count for little.
    private async Task<IReadOnlyList<string>> AddFormsAsync(Dictionary<string, float> terms, string text, CancellationToken cancellationToken)
    {
        var state = await library.GetStateAsync(cancellationToken);
        var resolved = await _resolver.ResolveAsync(QuestionReader.Terms(text), state.Chunks, cancellationToken);
        var varied = resolved.Terms.Where(t => t.Forms.Any(f => !f.IsRelated && f.Term != t.Source.Term)).ToArray();
        var counts = await library.GetDocumentFrequenciesAsync([.. varied.Select(t => t.Source.Term)], cancellationToken);
        for (var i = 0; i < varied.Length; i++)
        {
            foreach (var form in varied[i].Forms.Where(f => !f.IsRelated))
            {
                terms.TryAdd(form.Term, form.Weight * (counts[i] > 0 ? VariantShare : 1));
            }
        }

        return resolved.Notes;
    }

    private async Task<Dictionary<PaperId, PaperPassages>> ReadAsync(IEnumerable<FusedCandidate> candidates, CancellationToken cancellationToken)
    {
        var papers = await library.GetAsync([.. candidates.Select(c => c.Paper)], cancellationToken);
        return papers.ToDictionary(p => p.Id, p => new PaperPassages(p));
    }

    // What is added is never negative, so that the best stay before the rest.
    private static FusedCandidate[] Rerank(Found found, Dictionary<PaperId, PaperPassages> papers)
    {
        var best = found.Best.Take(Reranked).Select(c => papers.TryGetValue(c.Paper, out var paper)
            ? c with { Score = c.Score + (TitleWeight * paper.InTitle(found.Words)) + (NeighboursWeight * paper.Neighbours(found.Words)) }
            : c);
        return [.. best.OrderByDescending(c => c.Score).ThenBy(c => c.Paper), .. found.Best.Skip(Reranked)];
    }

    private static string[] Phrase(string text) => [.. TextAnalyzer.Analyze(text).Select(t => t.Term)];

    // The best chunk of each paper, best first.
    private sealed record Found(QueryWords Words, FusedCandidate[] Best, string[] Notes);
}
