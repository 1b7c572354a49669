using System.Runtime.CompilerServices;
using PaperChat.Library;
using PaperChat.Merging;
using PaperChat.Papers;
using PaperChat.Qdrant.Collection;
using PaperChat.Qdrant.Filters;
using PaperChat.Qdrant.Points;
using PaperChat.Qdrant.Search;
using PaperChat.Qdrant.Transport;

namespace PaperChat.Qdrant;

/// <summary>
/// A library in a collection of a Qdrant server or cluster, read. It keeps nothing but counts: any number of hosts may read while
/// others write, and each sees every paper whole, but not all papers of a commit at the same instant.
/// </summary>
public sealed class QdrantLibrary : IPaperLibrary
{
    private const int MostDays = 100_000;

    private readonly QdrantTransport _transport;
    private readonly CollectionManifest _manifest;
    private readonly LibraryCounts _counts;
    private readonly PaperPages _pages;

    private QdrantLibrary(QdrantTransport transport, CollectionManifest manifest)
    {
        _transport = transport;
        _manifest = manifest;
        _counts = new LibraryCounts(transport);
        _pages = new PaperPages(transport);
    }

    /// <param name="options">Where the collection is.</param>
    /// <param name="time">The clock of waits and limits.</param>
    /// <param name="model">The model of queries: the library's own, unless it has no vectors. Null is not compared.</param>
    /// <param name="cancellationToken">Stops opening.</param>
    /// <exception cref="LibraryException">There is no such collection, or it is not PaperChat's, or the server refuses.</exception>
    /// <exception cref="LibraryUnavailableException">The server does not answer.</exception>
    /// <exception cref="IndexIncompatibleException">The collection was made by another version or model.</exception>
    public static Task<QdrantLibrary> OpenAsync(QdrantOptions options, TimeProvider time, EmbeddingModelInfo? model, CancellationToken cancellationToken) =>
        OpenAsync(options, RestConnection.CreateHandler(), time, model, cancellationToken);

    internal static async Task<QdrantLibrary> OpenAsync(
        QdrantOptions options, HttpMessageHandler handler, TimeProvider time, EmbeddingModelInfo? model, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        var transport = new RestTransport(options, new RestConnection(options, handler, time));
        try
        {
            return new QdrantLibrary(transport, await new CollectionDoor(options, transport, time).OpenToReadAsync(model, cancellationToken));
        }
        catch
        {
            transport.Dispose();
            throw;
        }
    }

    public Task<LibraryManifest> GetManifestAsync(CancellationToken cancellationToken) => Task.FromResult(_manifest.Library);

    public Task<LibraryState> GetStateAsync(CancellationToken cancellationToken) => _counts.GetStateAsync(cancellationToken);

    public Task<CandidateLists> SearchAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        var own = _manifest.Library.EmbeddingModel;
        if (own is not null && request.Vector is { } vector)
        {
            if (request.VectorModel is { } other && !own.MakesSameVectors(other))
            {
                throw _transport.Failures.OtherModel(own, other);
            }

            if (vector.Length != own.Dimension)
            {
                throw new ArgumentException($"The vector has {vector.Length} numbers, those of the library have {own.Dimension}.", nameof(request));
            }
        }

        return new CandidateQuery(_transport, _counts, _manifest.Length, request, own).RunAsync(cancellationToken);
    }

    public Task<IReadOnlyList<Paper>> GetAsync(IReadOnlyList<PaperId> ids, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ids);
        return _pages.FindAsync(ids, cancellationToken);
    }

    public Task<IReadOnlyList<WorkRecord>> GetRecordsAsync(PaperId id, CancellationToken cancellationToken) => _pages.FindRecordsAsync(id, cancellationToken);

    public async Task<long> CountAsync(SearchFilters filters, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filters);
        return CompiledFilter.OfPapers(filters) switch
        {
            null => 0,
            { IsExact: true } compiled => await _transport.CountAsync(compiled.Points, cancellationToken),
            _ => await ListAsync(filters, cancellationToken).LongCountAsync(cancellationToken),
        };
    }

    public async IAsyncEnumerable<Paper> ListAsync(SearchFilters filters, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filters);
        if (CompiledFilter.OfPapers(filters) is { } compiled)
        {
            await foreach (var paper in _pages.ListAsync(compiled, cancellationToken))
            {
                if (compiled.IsExact || filters.Matches(paper))
                {
                    yield return paper;
                }
            }
        }
    }

    public async Task<IReadOnlyList<ListedDay>> GetListedDaysAsync(CancellationToken cancellationToken)
    {
        var days = await _transport.CountValuesAsync(
            PointKeys.Listed, new PointFilter { Must = [new PointCondition.Value(PointKeys.Type, PointKeys.PaperType)] }, MostDays, cancellationToken);
        return [.. days
            .Select(d => ListedDate.TryParse(d.Value, out var day) ? new ListedDay(day, d.Count) : default)
            .Where(d => d.Papers > 0)
            .OrderByDescending(d => d.Day)];
    }

    public Task<IReadOnlyList<long>> GetDocumentFrequenciesAsync(IReadOnlyList<string> terms, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return _counts.GetFrequenciesAsync(terms, cancellationToken);
    }

    /// <summary>Nothing: a collection keeps no list of words as they are written.</summary>
    public Task<IReadOnlyList<SimilarWord>> FindSimilarWordsAsync(string word, int maxEdits, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<SimilarWord>>([]);

    public Task<IReadOnlyList<IngestionRun>> GetRunsAsync(int limit, CancellationToken cancellationToken) =>
        RunPoints.ReadAsync(_transport, limit, cancellationToken);

    public ValueTask DisposeAsync()
    {
        _transport.Dispose();
        return ValueTask.CompletedTask;
    }
}
