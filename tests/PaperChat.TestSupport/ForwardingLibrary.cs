using PaperChat.Library;
using PaperChat.Merging;
using PaperChat.Papers;

namespace PaperChat.TestSupport;

/// <summary>A library that passes every call on to another one, which it does not own; tests override what they watch.</summary>
public abstract class ForwardingLibrary(IPaperLibrary inner) : IPaperLibrary
{
    public virtual Task<CandidateLists> SearchAsync(SearchRequest request, CancellationToken cancellationToken) =>
        inner.SearchAsync(request, cancellationToken);

    public Task<LibraryManifest> GetManifestAsync(CancellationToken cancellationToken) => inner.GetManifestAsync(cancellationToken);

    public Task<LibraryState> GetStateAsync(CancellationToken cancellationToken) => inner.GetStateAsync(cancellationToken);

    public Task<IReadOnlyList<Paper>> GetAsync(IReadOnlyList<PaperId> ids, CancellationToken cancellationToken) => inner.GetAsync(ids, cancellationToken);

    public Task<IReadOnlyList<WorkRecord>> GetRecordsAsync(PaperId id, CancellationToken cancellationToken) => inner.GetRecordsAsync(id, cancellationToken);

    public Task<long> CountAsync(SearchFilters filters, CancellationToken cancellationToken) => inner.CountAsync(filters, cancellationToken);

    public IAsyncEnumerable<Paper> ListAsync(SearchFilters filters, CancellationToken cancellationToken) => inner.ListAsync(filters, cancellationToken);

    public Task<IReadOnlyList<ListedDay>> GetListedDaysAsync(CancellationToken cancellationToken) => inner.GetListedDaysAsync(cancellationToken);

    public Task<IReadOnlyList<long>> GetDocumentFrequenciesAsync(IReadOnlyList<string> terms, CancellationToken cancellationToken) =>
        inner.GetDocumentFrequenciesAsync(terms, cancellationToken);

    public virtual Task<IReadOnlyList<SimilarWord>> FindSimilarWordsAsync(string word, int maxEdits, int limit, CancellationToken cancellationToken) =>
        inner.FindSimilarWordsAsync(word, maxEdits, limit, cancellationToken);

    public Task<IReadOnlyList<IngestionRun>> GetRunsAsync(int limit, CancellationToken cancellationToken) => inner.GetRunsAsync(limit, cancellationToken);

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
