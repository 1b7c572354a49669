using PaperChat.Library;
using PaperChat.Merging;
using PaperChat.Papers;

namespace PaperChat.Benchmarks.Overhead;

/// <summary>Adds up the processor time that the calls on a library take. One question at a time; does not own the inner library.</summary>
internal sealed class MeteredLibrary(IPaperLibrary inner) : IPaperLibrary
{
    /// <summary>Milliseconds of searches since <see cref="Reset"/>.</summary>
    public double Searching { get; private set; }

    /// <summary>Milliseconds of reading papers since <see cref="Reset"/>.</summary>
    public double Reading { get; private set; }

    public int Searches { get; private set; }

    public void Reset() => (Searching, Reading, Searches) = (0, 0, 0);

    public async Task<CandidateLists> SearchAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        var before = Environment.CpuUsage.TotalTime;
        var found = await inner.SearchAsync(request, cancellationToken);
        Searching += (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
        Searches++;
        return found;
    }

    public async Task<IReadOnlyList<Paper>> GetAsync(IReadOnlyList<PaperId> ids, CancellationToken cancellationToken)
    {
        var before = Environment.CpuUsage.TotalTime;
        var papers = await inner.GetAsync(ids, cancellationToken);
        Reading += (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
        return papers;
    }

    public Task<LibraryManifest> GetManifestAsync(CancellationToken cancellationToken) => inner.GetManifestAsync(cancellationToken);

    public Task<LibraryState> GetStateAsync(CancellationToken cancellationToken) => inner.GetStateAsync(cancellationToken);

    public Task<IReadOnlyList<WorkRecord>> GetRecordsAsync(PaperId id, CancellationToken cancellationToken) => inner.GetRecordsAsync(id, cancellationToken);

    public Task<long> CountAsync(SearchFilters filters, CancellationToken cancellationToken) => inner.CountAsync(filters, cancellationToken);

    public IAsyncEnumerable<Paper> ListAsync(SearchFilters filters, CancellationToken cancellationToken) => inner.ListAsync(filters, cancellationToken);

    public Task<IReadOnlyList<ListedDay>> GetListedDaysAsync(CancellationToken cancellationToken) => inner.GetListedDaysAsync(cancellationToken);

    public Task<IReadOnlyList<long>> GetDocumentFrequenciesAsync(IReadOnlyList<string> terms, CancellationToken cancellationToken) =>
        inner.GetDocumentFrequenciesAsync(terms, cancellationToken);

    public Task<IReadOnlyList<SimilarWord>> FindSimilarWordsAsync(string word, int maxEdits, int limit, CancellationToken cancellationToken) =>
        inner.FindSimilarWordsAsync(word, maxEdits, limit, cancellationToken);

    public Task<IReadOnlyList<IngestionRun>> GetRunsAsync(int limit, CancellationToken cancellationToken) => inner.GetRunsAsync(limit, cancellationToken);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
