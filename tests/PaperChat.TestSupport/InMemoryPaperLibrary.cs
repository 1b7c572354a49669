using System.Runtime.CompilerServices;
using PaperChat.Library;
using PaperChat.Merging;
using PaperChat.Papers;
using PaperChat.Text;

namespace PaperChat.TestSupport;

/// <summary>
/// A library in memory that computes every answer anew from the papers: slow, and plain enough to be believed. The reference for
/// other libraries, and the fake for whatever needs one.
/// </summary>
/// <param name="model">Makes vectors of all chunks; null for a library without.</param>
/// <param name="averageLength">The mean length that BM25 is computed with; null for that of the chunks.</param>
/// <param name="time">Tells when records are met; null for the machine's clock.</param>
public sealed class InMemoryPaperLibrary(EmbeddingModel? model = null, double? averageLength = null, TimeProvider? time = null) : IPaperLibrary
{
    private volatile InMemoryLibraryState _state = InMemoryLibraryState.Empty;
    private volatile BruteForceSearch? _search;
    private int _writers;

    internal TimeProvider Time { get; } = time ?? TimeProvider.System;

    internal InMemoryLibraryState State
    {
        get => _state;
        set => _state = value;
    }

    /// <summary>The one writer; fails while another is open.</summary>
    public IPaperLibraryWriter OpenWriter() => Interlocked.CompareExchange(ref _writers, 1, 0) == 0
        ? new InMemoryPaperLibraryWriter(this)
        : throw new LibraryException("The library in memory has another writer. Dispose it first.");

    /// <summary>A library of these papers, each with one chunk of its abstract and no aliases.</summary>
    public static async Task<InMemoryPaperLibrary> OfAsync(IEnumerable<Paper> papers, CancellationToken cancellationToken, double? averageLength = null)
    {
        var library = new InMemoryPaperLibrary(averageLength: averageLength);
        await using var writer = library.OpenWriter();
        var entries = papers.Select(paper => new PaperEntry
        {
            Paper = paper,
            Chunks = [new Chunk(0, PaperField.Abstract, 0, paper.Abstract.Length)],
            Provenance = new Provenance("memory", "test", null),
        });
        await writer.UpsertAsync([.. entries], cancellationToken);
        await writer.CommitAsync(cancellationToken);
        return library;
    }

    public Task<LibraryManifest> GetManifestAsync(CancellationToken cancellationToken) => Task.FromResult(new LibraryManifest
    {
        SchemaVersion = 1,
        Analyzer = TextAnalyzer.Version,
        EmbeddingModel = model?.Info,
        Created = DateTimeOffset.UnixEpoch,
    });

    public Task<LibraryState> GetStateAsync(CancellationToken cancellationToken)
    {
        var state = State;
        var papers = state.Entries.Values.Select(e => e.Paper).ToArray();
        var listed = papers.Where(p => p.Listed is not null).Select(p => p.Listed!.Value).Order().ToArray();
        return Task.FromResult(new LibraryState
        {
            Generation = state.Generation,
            Papers = papers.Length,
            Chunks = state.Entries.Values.Sum(e => (long)e.Chunks.Count),
            Summaries = papers.Count(p => p.Kind == PaperKind.Summary),
            FirstYear = papers.Min(p => p.Year),
            LastYear = papers.Max(p => p.Year),
            FirstListed = listed.Length > 0 ? listed[0] : null,
            LastListed = listed.Length > 0 ? listed[^1] : null,
        });
    }

    public async Task<CandidateLists> SearchAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (model is not null && request is { Vector: not null, VectorModel: { } other } && other != model.Info)
        {
            throw new IndexIncompatibleException($"The library's vectors were made by {model.Info.Name}, the query's by {other.Name}.");
        }

        var search = SearchNow();
        await search.EmbedAsync(model, cancellationToken);
        return search.Run(request);
    }

    public Task<IReadOnlyList<Paper>> GetAsync(IReadOnlyList<PaperId> ids, CancellationToken cancellationToken)
    {
        var state = State;
        return Task.FromResult<IReadOnlyList<Paper>>([.. ids.Select(state.Find).OfType<PaperEntry>().Select(e => e.Paper)]);
    }

    public Task<IReadOnlyList<WorkRecord>> GetRecordsAsync(PaperId id, CancellationToken cancellationToken) =>
        Task.FromResult(State.Find(id)?.Records ?? []);

    public Task<long> CountAsync(SearchFilters filters, CancellationToken cancellationToken) =>
        Task.FromResult(State.Entries.Values.LongCount(e => filters.Matches(e.Paper)));

    public async IAsyncEnumerable<Paper> ListAsync(SearchFilters filters, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var entry in State.Entries.Values.Where(e => filters.Matches(e.Paper)).OrderBy(e => e.Paper.Id))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return entry.Paper;
        }

        await Task.CompletedTask;
    }

    public Task<IReadOnlyList<ListedDay>> GetListedDaysAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<ListedDay>>(
        [.. State.Entries.Values.Select(e => e.Paper.Listed).OfType<ListedDate>().CountBy(d => d).OrderByDescending(d => d.Key).Select(d => new ListedDay(d.Key, d.Value))]);

    public Task<IReadOnlyList<long>> GetDocumentFrequenciesAsync(IReadOnlyList<string> terms, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<long>>([.. terms.Select(SearchNow().FrequencyOf)]);

    public Task<IReadOnlyList<SimilarWord>> FindSimilarWordsAsync(
        string word, int maxEdits, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<SimilarWord>>([.. SearchNow().SimilarTo(word, maxEdits).Take(limit)]);

    public Task<IReadOnlyList<IngestionRun>> GetRunsAsync(int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<IngestionRun>>([.. State.Runs.Values.OrderByDescending(r => r.Started).ThenBy(r => r.Id).Take(limit)]);

    /// <summary>Keeps the papers: in memory, a library lives as long as its object.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private BruteForceSearch SearchNow()
    {
        var state = State;
        var search = _search;
        return search is not null && ReferenceEquals(search.State, state) ? search : _search = new BruteForceSearch(state, averageLength);
    }

    internal void CloseWriter() => Volatile.Write(ref _writers, 0);
}
