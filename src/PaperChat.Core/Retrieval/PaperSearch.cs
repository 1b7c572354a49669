using PaperChat.Answering;
using PaperChat.Library;
using PaperChat.Papers;

namespace PaperChat.Retrieval;

/// <summary>Finds papers for a query, without answering it. Thread-safe.</summary>
public sealed class PaperSearch(IPaperLibrary library, TimeProvider time)
{
    public async Task<SearchResult> SearchAsync(PaperQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var began = time.GetTimestamp();
        var terms = Text.TextAnalyzer.Analyze(query.Text).Select(t => new WeightedTerm(t.Term)).ToArray();
        var request = new SearchRequest { Terms = terms, Filters = query.Filters, Limit = query.Limit, Explain = query.Explain };
        var lists = await library.SearchAsync(request, cancellationToken);
        var best = lists.Lexical.DistinctBy(c => c.Paper).Take(query.Limit).ToArray();
        var papers = await library.GetAsync([.. best.Select(c => c.Paper)], cancellationToken);
        var retrieved = time.GetElapsedTime(began);
        var hits = papers.Select((p, i) => new SearchHit(i + 1, best[i].Score, p, Quote.Of(p, PaperField.Title, 0, p.Title.Length))
        {
            Explanation = best[i].Explanation,
        });
        return new SearchResult(query.Text, [.. hits], retrieved, time.GetElapsedTime(began), []);
    }
}
