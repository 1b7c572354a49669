using PaperChat.Library;
using PaperChat.Retrieval;

namespace PaperChat.Peers.Engines;

/// <summary>Search by meaning, alone or with words: from the words to ids, with everything between them, such as embedding and reranking.</summary>
internal sealed class PaperChatSearch(IPaperLibrary library, RetrievalMode mode, EmbeddingModel? model, TimeProvider time) : IPeerIndex
{
    private readonly PaperSearch _search = new(library, time, model);

    public async Task<IReadOnlyList<string>> SearchAsync(IReadOnlyList<string> words, int limit, CancellationToken cancellationToken)
    {
        var query = new PaperQuery { Text = string.Join(' ', words), IsLiteral = true, Limit = limit, Mode = mode };
        return [.. (await _search.RankAsync(query, cancellationToken)).Select(p => p.Value)];
    }

    public ValueTask DisposeAsync() => library.DisposeAsync();
}
