using PaperChat.Answering;
using PaperChat.Evidence;
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
    private readonly CandidateSearch _candidates = new(library, model);
    private readonly TermResolver _resolver = new(library);

    public async Task<SearchResult> SearchAsync(PaperQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var began = time.GetTimestamp();
        var today = query.AsOf ?? DateOnly.FromDateTime(time.GetLocalNow().DateTime);
        var (best, resolved, notes) = await FindAsync(query, today, cancellationToken);
        var papers = (await library.GetAsync([.. best.Select(c => c.Paper)], cancellationToken)).ToDictionary(p => p.Id);
        var retrieved = time.GetElapsedTime(began);
        var reading = QuestionReader.Read(query.Text, query.Filters, hasHistory: false, today);
        var hits = best.Where(c => papers.ContainsKey(c.Paper)).Select((c, i) => new SearchHit(i + 1, c.Score, papers[c.Paper], Snippet(reading, resolved, papers[c.Paper]))
        {
            Explanation = c.Explanation,
        });
        return new SearchResult(query.Text, [.. hits], retrieved, time.GetElapsedTime(began), notes);
    }

    /// <summary>The papers' best chunks alone, best first, as evaluation needs them.</summary>
    public async Task<IReadOnlyList<FusedCandidate>> RankAsync(PaperQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var today = query.AsOf ?? DateOnly.FromDateTime(time.GetLocalNow().DateTime);
        return (await FindAsync(query, today, cancellationToken)).Best;
    }

    private async Task<(FusedCandidate[] Best, ResolvedTerms Terms, string[] Notes)> FindAsync(
        PaperQuery query, DateOnly today, CancellationToken cancellationToken)
    {
        var parsed = query.IsLiteral
            ? new ParsedQuery { Text = query.Text, Filters = query.Filters }
            : QueryParser.Parse(query.Text, query.Filters, today);
        var state = await library.GetStateAsync(cancellationToken);
        var resolved = await _resolver.ResolveAsync(QuestionReader.Terms(parsed.Text), state.Chunks, cancellationToken);
        var request = new SearchRequest
        {
            Terms = Terms(query.Mode, parsed, resolved),
            RequiredPhrases = [.. parsed.Phrases.Select(Phrase).Where(p => p.Length > 0)],
            ExcludedPhrases = [.. parsed.Excluded.Select(Phrase).Where(p => p.Length > 0)],
            Filters = parsed.Filters,
            Limit = query.Limit,
            Explain = query.Explain,
        };
        var found = await _candidates.SearchAsync(parsed.Text, request, query.Mode, cancellationToken);
        IReadOnlyList<string> notes = query.Mode == RetrievalMode.Lexical ? [] : resolved.Notes;
        return ([.. found.DistinctBy(c => c.Paper).Take(query.Limit)], resolved, [.. parsed.Notes, .. notes]);
    }

    // Every occurrence of a word in the query counts, as in the original BM25; unknown words are also searched as the library spells them.
    private static WeightedTerm[] Terms(RetrievalMode mode, ParsedQuery parsed, ResolvedTerms resolved)
    {
        var terms = QueryTerms.Of(parsed.Text);
        if (mode != RetrievalMode.Lexical)
        {
            foreach (var form in resolved.Terms.SelectMany(t => t.Forms).Where(f => !f.IsRelated))
            {
                terms.TryAdd(form.Term, form.Weight);
            }
        }

        return [.. terms.Select(t => new WeightedTerm(t.Key, t.Value))];
    }

    private static Quote Snippet(QuestionReading reading, ResolvedTerms terms, Paper paper)
    {
        var analyzed = AnalyzedPaper.Of(paper);
        if (analyzed.Sentences.Count == 0)
        {
            return Quote.Of(paper, PaperField.Title, 0, paper.Title.Length);
        }

        var scores = SentenceRanker.Score(reading, terms, analyzed);
        var best = analyzed.Sentences[Array.IndexOf(scores, scores.Max())];
        return Quote.Of(paper, best.Field, best.Span.Start, best.Span.Length);
    }

    private static string[] Phrase(string text) => [.. TextAnalyzer.Analyze(text).Select(t => t.Term)];
}
