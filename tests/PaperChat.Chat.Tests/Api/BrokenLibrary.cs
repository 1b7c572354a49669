using PaperChat.Library;
using PaperChat.Merging;
using PaperChat.Papers;

namespace PaperChat.Chat.Tests.Api;

/// <summary>A library of which nothing works: its state by a known failure, the rest by one that nobody thought of.</summary>
internal sealed class BrokenLibrary : IPaperLibrary
{
    /// <summary>What must not reach a client.</summary>
    public const string Inside = "at /home/ada/secret line 7";

    public Task<LibraryState> GetStateAsync(CancellationToken cancellationToken) => throw new LibraryException("The library is gone. Restore it from a backup.");

    public Task<LibraryManifest> GetManifestAsync(CancellationToken cancellationToken) => throw Bug();

    public Task<CandidateLists> SearchAsync(SearchRequest request, CancellationToken cancellationToken) => throw Bug();

    public Task<IReadOnlyList<Paper>> GetAsync(IReadOnlyList<PaperId> ids, CancellationToken cancellationToken) => throw Bug();

    public Task<IReadOnlyList<WorkRecord>> GetRecordsAsync(PaperId id, CancellationToken cancellationToken) => throw Bug();

    public Task<long> CountAsync(SearchFilters filters, CancellationToken cancellationToken) => throw Bug();

    public IAsyncEnumerable<Paper> ListAsync(SearchFilters filters, CancellationToken cancellationToken) => throw Bug();

    public Task<IReadOnlyList<ListedDay>> GetListedDaysAsync(CancellationToken cancellationToken) => throw Bug();

    public Task<IReadOnlyList<long>> GetDocumentFrequenciesAsync(IReadOnlyList<string> terms, CancellationToken cancellationToken) => throw Bug();

    public Task<IReadOnlyList<SimilarWord>> FindSimilarWordsAsync(string word, int maxEdits, int limit, CancellationToken cancellationToken) => throw Bug();

    public Task<IReadOnlyList<IngestionRun>> GetRunsAsync(int limit, CancellationToken cancellationToken) => throw Bug();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static InvalidOperationException Bug() => new(Inside);
}
