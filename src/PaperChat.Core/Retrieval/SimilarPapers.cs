using PaperChat.Answering;
using PaperChat.Evidence;
using PaperChat.Library;
using PaperChat.Papers;
using PaperChat.Text;

namespace PaperChat.Retrieval;

/// <summary>Finds papers like one: near its vector, and holding the words that set it apart in this library. Thread-safe.</summary>
/// <param name="library">The library.</param>
/// <param name="time">The clock.</param>
/// <param name="model">The model of the library's vectors; null compares words alone.</param>
public sealed class SimilarPapers(IPaperLibrary library, TimeProvider time, EmbeddingModel? model = null)
{
    private const int TellingTerms = 25;

    private readonly CandidateSearch _candidates = new(library, model);

    /// <summary>The papers, most similar first, without the paper itself. It need not be in the library.</summary>
    public async Task<SearchResult> FindAsync(Paper paper, SearchFilters filters, int limit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(paper);
        ArgumentNullException.ThrowIfNull(filters);
        var began = time.GetTimestamp();
        var terms = await TermsAsync(paper, cancellationToken);
        var request = new SearchRequest { Terms = terms, Filters = filters, Limit = limit + 1 };
        var text = EmbeddingModel.TextOf(paper);
        List<string> notes = [];
        var found = await _candidates.SearchAsync(text, request, RetrievalMode.Hybrid, notes, cancellationToken);
        var best = found.Where(c => c.Paper != paper.Id).DistinctBy(c => c.Paper).Take(limit).ToArray();
        var papers = (await library.GetAsync([.. best.Select(c => c.Paper)], cancellationToken)).ToDictionary(p => p.Id);
        var retrieved = time.GetElapsedTime(began);
        var weights = terms.ToDictionary(t => t.Term, t => (double)t.Weight, StringComparer.Ordinal);
        var hits = best.Where(c => papers.ContainsKey(c.Paper))
            .Select((c, i) => new SearchHit(i + 1, c.Score, papers[c.Paper], Snippet(papers[c.Paper], weights)));
        return new SearchResult(TextCleaner.Clean(paper.Title).Text, [.. hits], retrieved, time.GetElapsedTime(began), notes);
    }

    // Terms of the title count like the text's; the rarer in the library, the more they tell.
    private async Task<IReadOnlyList<WeightedTerm>> TermsAsync(Paper paper, CancellationToken cancellationToken)
    {
        var counts = TextAnalyzer.AnalyzeStored(paper.Title).Concat(TextAnalyzer.AnalyzeStored(paper.Abstract))
            .CountBy(t => t.Term, StringComparer.Ordinal).ToArray();
        var frequencies = await library.GetDocumentFrequenciesAsync([.. counts.Select(c => c.Key)], cancellationToken);
        var documents = (await library.GetStateAsync(cancellationToken)).Chunks;
        return [.. counts
            .Select((c, i) => (Term: c.Key, Weight: (float)(1 + Math.Log(c.Value)), Rarity: Math.Log((documents + 1.0) / (frequencies[i] + 1)), Known: frequencies[i] > 0))
            .Where(t => t.Known)
            .OrderByDescending(t => t.Weight * t.Rarity).ThenBy(t => t.Term, StringComparer.Ordinal)
            .Take(TellingTerms)
            .Select(t => new WeightedTerm(t.Term, t.Weight))];
    }

    // The sentence that shares most with the paper that was given.
    private static Quote Snippet(Paper paper, Dictionary<string, double> weights)
    {
        var sentences = AnalyzedPaper.Of(paper).Sentences;
        if (sentences.Count == 0)
        {
            return Quote.Of(paper, PaperField.Title, 0, paper.Title.Length);
        }

        var best = sentences.MaxBy(s => s.Tokens.Select(t => t.Term).Distinct().Sum(t => weights.GetValueOrDefault(t)))!;
        return Quote.Of(paper, best.Field, best.Span.Start, best.Span.Length);
    }
}
