using PaperChat.Library;
using PaperChat.Papers;

namespace PaperChat.Chat.Tests.Api;

/// <summary>A library whose searches wait at a gate until it is opened, or until whoever asked has gone.</summary>
internal sealed class GatedLibrary(IPaperLibrary inner) : IPaperLibrary
{
    private readonly TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _left = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim _arrived = new(0);

    /// <summary>Ends when a search that waited was cancelled.</summary>
    public Task Left => _left.Task;

    public void Open() => _gate.TrySetResult();

    /// <summary>Waits until one more search has come to the gate.</summary>
    public Task ArrivedAsync(CancellationToken cancellationToken) => _arrived.WaitAsync(cancellationToken);

    public async Task<CandidateLists> SearchAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        _arrived.Release();
        try
        {
            await _gate.Task.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            _left.TrySetResult();
            throw;
        }

        return await inner.SearchAsync(request, cancellationToken);
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

    public ValueTask DisposeAsync()
    {
        _arrived.Dispose();
        return ValueTask.CompletedTask;
    }
}
