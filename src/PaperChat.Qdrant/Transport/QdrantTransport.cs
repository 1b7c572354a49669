using System.Text.Json;
using PaperChat.Library;
using PaperChat.Qdrant.Points;

namespace PaperChat.Qdrant.Transport;

/// <summary>
/// All that the library asks of a server, in terms of points and not of a protocol. Thread-safe. Every call may be repeated without
/// harm, and is while the server is busy or away, within the budget of the options; what fails for good is a <see cref="LibraryException"/>.
/// </summary>
/// <param name="failures">Puts failures into words.</param>
internal abstract class QdrantTransport(QdrantFailure failures) : IDisposable
{
    public QdrantFailure Failures => failures;

    /// <summary>Whether the server takes notice of conditions of writes, as it does from 1.16 on; known with the version.</summary>
    public abstract bool ComparesBeforeWriting { get; }

    /// <summary>The server's version, such as 1.12.4; null when it tells none that is a number. Asked for before anything is written.</summary>
    public abstract Task<Version?> GetVersionAsync(CancellationToken cancellationToken);

    /// <summary>Null when there is no such collection.</summary>
    public abstract Task<CollectionFacts?> GetCollectionAsync(CancellationToken cancellationToken);

    /// <summary>False when another host was first.</summary>
    public abstract Task<bool> CreateCollectionAsync(int? dimension, CancellationToken cancellationToken);

    public abstract Task DeleteCollectionAsync(CancellationToken cancellationToken);

    /// <summary>Says from which size on the server builds graphs.</summary>
    public abstract Task SetIndexingAsync(CancellationToken cancellationToken);

    /// <summary>Makes an index of a payload key; one that is there stays.</summary>
    public abstract Task CreateIndexAsync(string key, IndexKind kind, CancellationToken cancellationToken);

    /// <summary>
    /// Writes chunks, several batches at a time; returns when the server has them all. Points that are there already are replaced only
    /// where the condition holds for them; a server before 1.16 replaces them all.
    /// </summary>
    public abstract Task UpsertAsync(IReadOnlyList<PaperPoint> points, double averageLength, PointFilter? replaced, CancellationToken cancellationToken);

    /// <summary>The same for one point without vectors; its payload is replaced as a whole.</summary>
    public abstract Task UpsertAsync(Guid id, Action<Utf8JsonWriter> writePayload, PointFilter? replaced, CancellationToken cancellationToken);

    /// <summary>The points of these ids that there are, in any order; all of their payload where no keys are named.</summary>
    public abstract Task<IReadOnlyList<FoundPoint>> GetAsync(IReadOnlyList<Guid> ids, IReadOnlyList<string>? keys, CancellationToken cancellationToken);

    /// <summary>Some points in the order of their ids, and where the next page begins; null at the end.</summary>
    public abstract Task<(IReadOnlyList<FoundPoint> Points, Guid? Next)> ScrollAsync(
        PointFilter filter, IReadOnlyList<string>? keys, int limit, Guid? from, CancellationToken cancellationToken);

    /// <summary>One list a query, in their order, in one request.</summary>
    public abstract Task<IReadOnlyList<IReadOnlyList<FoundPoint>>> QueryAsync(IReadOnlyList<PointQuery> queries, CancellationToken cancellationToken);

    public abstract Task<long> CountAsync(PointFilter filter, CancellationToken cancellationToken);

    /// <summary>The values of a key, and how many points hold each.</summary>
    public abstract Task<IReadOnlyList<(string Value, long Count)>> CountValuesAsync(string key, PointFilter filter, int limit, CancellationToken cancellationToken);

    public abstract Task DeleteAsync(IReadOnlyList<Guid> ids, CancellationToken cancellationToken);

    public abstract Task DeleteAsync(PointFilter filter, CancellationToken cancellationToken);

    /// <summary>Sets one key of the payload of points that there are, to a list; the others stay.</summary>
    public abstract Task SetAsync(IReadOnlyList<Guid> ids, string key, IReadOnlyList<string> values, CancellationToken cancellationToken);

    /// <summary>Takes keys out of the payload of the points that a filter finds.</summary>
    public abstract Task ClearAsync(PointFilter filter, IReadOnlyList<string> keys, CancellationToken cancellationToken);

    public abstract void Dispose();

    /// <summary>All points that a filter finds, page by page.</summary>
    public async Task<IReadOnlyList<FoundPoint>> ScrollAllAsync(PointFilter filter, IReadOnlyList<string>? keys, int limit, CancellationToken cancellationToken)
    {
        var found = new List<FoundPoint>();
        Guid? next = null;
        do
        {
            var page = await ScrollAsync(filter, keys, limit, next, cancellationToken);
            found.AddRange(page.Points);
            next = page.Next;
        }
        while (next is not null);
        return found;
    }
}
