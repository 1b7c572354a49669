using PaperChat.Library;
using PaperChat.Papers;
using PaperChat.TestSupport;

namespace PaperChat.Chat.Tests.Api;

/// <summary>A library in memory that counts its searches and takes more papers.</summary>
internal sealed class CountingLibrary(InMemoryPaperLibrary inner) : IPaperLibrary
{
    public int Searches { get; private set; }

    public async Task AddAsync(Paper paper, CancellationToken cancellationToken)
    {
        await using var writer = inner.OpenWriter();
        await writer.UpsertAsync([new PaperEntry { Paper = paper, Chunks = [new Chunk(0, PaperField.Abstract, 0, paper.Abstract.Length)], Provenance = new Provenance("memory", "test", null) }], cancellationToken);
        await writer.CommitAsync(cancellationToken);
    }

    public Task<CandidateLists> SearchAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        Searches++;
        return inner.SearchAsync(request, cancellationToken);
    }

    public Task<LibraryManifest> GetManifestAsync(CancellationToken cancellationToken) => inner.GetManifestAsync(cancellationToken);

    public Task<LibraryState> GetStateAsync(CancellationToken cancellationToken) => inner.GetStateAsync(cancellationToken);

    public Task<IReadOnlyList<Paper>> GetAsync(IReadOnlyList<PaperId> ids, CancellationToken cancellationToken) => inner.GetAsync(ids, cancellationToken);

    public Task<long> CountAsync(SearchFilters filters, CancellationToken cancellationToken) => inner.CountAsync(filters, cancellationToken);

    public IAsyncEnumerable<Paper> ListAsync(SearchFilters filters, CancellationToken cancellationToken) => inner.ListAsync(filters, cancellationToken);

    public Task<IReadOnlyList<ListedDay>> GetListedDaysAsync(CancellationToken cancellationToken) => inner.GetListedDaysAsync(cancellationToken);

    public Task<IReadOnlyList<long>> GetDocumentFrequenciesAsync(IReadOnlyList<string> terms, CancellationToken cancellationToken) =>
        inner.GetDocumentFrequenciesAsync(terms, cancellationToken);

    public Task<IReadOnlyList<SimilarWord>> FindSimilarWordsAsync(string word, int maxEdits, int limit, CancellationToken cancellationToken) =>
        inner.FindSimilarWordsAsync(word, maxEdits, limit, cancellationToken);

    public Task<IReadOnlyList<IngestionRun>> GetRunsAsync(int limit, CancellationToken cancellationToken) => inner.GetRunsAsync(limit, cancellationToken);

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
