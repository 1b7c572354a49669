using PaperChat.Library;
using PaperChat.Text;

namespace PaperChat.Peers.Engines;

internal sealed class PaperChatIndex(IPaperLibrary library) : IPeerIndex
{
    public async Task<IReadOnlyList<string>> SearchAsync(IReadOnlyList<string> words, int limit, CancellationToken cancellationToken)
    {
        // Analysing the words is a part of the query, as it is in the other engines.
        var terms = TextAnalyzer.Analyze(string.Join(' ', words)).CountBy(t => t.Term, StringComparer.Ordinal);
        var request = new SearchRequest { Terms = [.. terms.Select(t => new WeightedTerm(t.Key, t.Value))], Limit = limit };
        var found = await library.SearchAsync(request, cancellationToken);
        return [.. found.Lexical.Select(c => c.Paper.Value).Distinct(StringComparer.Ordinal)];
    }

    public ValueTask DisposeAsync() => library.DisposeAsync();
}
