using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using PaperChat.Library;
using PaperChat.Qdrant.Points;

namespace PaperChat.Qdrant.Transport;

/// <summary>
/// All that the library asks of a server, in terms of points and not of a protocol: what another transport has to offer too. Thread-safe;
/// owns its connection. Failures are <see cref="LibraryException"/>.
/// </summary>
internal sealed class RestTransport(QdrantOptions options, RestConnection connection) : IDisposable
{
    private const int PointsAtOnce = 256;

    private readonly ConcurrentBag<PointBatch> _batches = [];
    private readonly RestQueries _queries = new(options);
    private readonly string _collection = "collections/" + Uri.EscapeDataString(options.Collection);

    public QdrantFailure Failures => connection.Failures;

    /// <summary>The server's version, such as 1.12.4.</summary>
    public async Task<string> GetVersionAsync(CancellationToken cancellationToken)
    {
        var reply = await connection.ReplyAsync(HttpMethod.Get, "", default, writes: false, cancellationToken);
        try
        {
            using var json = JsonDocument.Parse(reply.IsSuccess ? reply.Body : "{}"u8.ToArray());
            return json.RootElement.GetProperty("title").GetString()!.Contains("qdrant", StringComparison.OrdinalIgnoreCase)
                ? json.RootElement.GetProperty("version").GetString()!
                : throw Failures.NotQdrant("it calls itself something else");
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw Failures.NotQdrant(reply.IsSuccess ? "it does not tell its version" : FormattableString.Invariant($"status {(int)reply.Status!}"));
        }
    }

    /// <summary>Null when there is no such collection.</summary>
    public async Task<CollectionFacts?> GetCollectionAsync(CancellationToken cancellationToken)
    {
        var reply = await connection.ReplyAsync(HttpMethod.Get, _collection, default, writes: false, cancellationToken);
        return reply.Status == HttpStatusCode.NotFound ? null
            : reply.IsSuccess ? RestCollections.Facts(connection.ResultOf(reply))
            : throw Refused(reply);
    }

    /// <summary>False when another host was first.</summary>
    public async Task<bool> CreateCollectionAsync(int? dimension, CancellationToken cancellationToken)
    {
        var reply = await connection.ReplyAsync(HttpMethod.Put, _collection, RestCollections.Create(options, dimension), writes: true, cancellationToken);
        return reply.IsSuccess
            || (reply.Status is HttpStatusCode.Conflict or HttpStatusCode.BadRequest && await GetCollectionAsync(cancellationToken) is not null ? false : throw Refused(reply));
    }

    public Task DeleteCollectionAsync(CancellationToken cancellationToken) =>
        connection.SendAsync(HttpMethod.Delete, _collection, default, writes: true, cancellationToken);

    /// <summary>Says from which size on the server builds graphs.</summary>
    public Task SetIndexingAsync(CancellationToken cancellationToken) =>
        connection.SendAsync(HttpMethod.Patch, _collection, RestCollections.ChangeThreshold(options), writes: true, cancellationToken);

    public Task CreateIndexAsync(string key, IndexKind kind, CancellationToken cancellationToken) =>
        connection.SendAsync(HttpMethod.Put, _collection + "/index?wait=true", RestCollections.Index(key, kind, options), writes: true, cancellationToken);

    /// <summary>Writes chunks, several batches at a time; returns when the server has them all.</summary>
    public Task UpsertAsync(IReadOnlyList<PaperPoint> points, double averageLength, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        points.Chunk(PointsAtOnce),
        new ParallelOptions { MaxDegreeOfParallelism = options.Concurrency, CancellationToken = cancellationToken },
        async (some, token) => await UpsertSomeAsync(some, averageLength, token));

    /// <summary>Writes one point without vectors; its payload is replaced as a whole.</summary>
    public Task UpsertAsync(Guid id, Action<Utf8JsonWriter> writePayload, CancellationToken cancellationToken) => UpsertAsync(
        RestConnection.Body(json =>
        {
            StartPoints(json);
            json.WriteStartObject();
            json.WriteString("id", id);
            json.WriteStartObject("vector");
            json.WriteEndObject();
            json.WritePropertyName("payload");
            writePayload(json);
            json.WriteEndObject();
            EndPoints(json);
        }),
        cancellationToken);

    /// <summary>The points of these ids that there are, in any order.</summary>
    public async Task<IReadOnlyList<FoundPoint>> GetAsync(IReadOnlyList<Guid> ids, IReadOnlyList<string>? keys, CancellationToken cancellationToken)
    {
        var body = RestConnection.Body(json =>
        {
            json.WriteStartObject();
            WriteIds(json, "ids", ids);
            RestQueries.WritePayload(json, keys);
            json.WriteBoolean("with_vector", false);
            json.WriteEndObject();
        });
        return RestQueries.Points(await connection.SendAsync(HttpMethod.Post, _collection + "/points", body, writes: false, cancellationToken));
    }

    /// <summary>Some points in the order of their ids, and where the next page begins; null at the end.</summary>
    public async Task<(IReadOnlyList<FoundPoint> Points, Guid? Next)> ScrollAsync(
        PointFilter filter, IReadOnlyList<string>? keys, int limit, Guid? from, CancellationToken cancellationToken)
    {
        var body = RestConnection.Body(json =>
        {
            json.WriteStartObject();
            json.WritePropertyName("filter");
            RestFilters.Write(json, filter);
            json.WriteNumber("limit", limit);
            if (from is { } offset)
            {
                json.WriteString("offset", offset);
            }

            RestQueries.WritePayload(json, keys);
            json.WriteBoolean("with_vector", false);
            json.WriteEndObject();
        });
        var page = await connection.SendAsync(HttpMethod.Post, _collection + "/points/scroll", body, writes: false, cancellationToken);
        return (
            RestQueries.Points(page.GetProperty("points")),
            page.TryGetProperty("next_page_offset", out var next) && next.ValueKind == JsonValueKind.String ? next.GetGuid() : null);
    }

    /// <summary>One list a query, in their order, in one request.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<FoundPoint>>> QueryAsync(IReadOnlyList<PointQuery> queries, CancellationToken cancellationToken)
    {
        var lists = await connection.SendAsync(HttpMethod.Post, _collection + "/points/query/batch", _queries.Batch(queries), writes: false, cancellationToken);
        return [.. lists.EnumerateArray().Select(l => RestQueries.Points(l.GetProperty("points")))];
    }

    public async Task<long> CountAsync(PointFilter filter, CancellationToken cancellationToken)
    {
        var body = RestConnection.Body(json =>
        {
            json.WriteStartObject();
            json.WritePropertyName("filter");
            RestFilters.Write(json, filter);
            json.WriteBoolean("exact", true);
            json.WriteEndObject();
        });
        var result = await connection.SendAsync(HttpMethod.Post, _collection + "/points/count", body, writes: false, cancellationToken);
        return result.GetProperty("count").GetInt64();
    }

    /// <summary>The values of a key, and how many points hold each.</summary>
    public async Task<IReadOnlyList<(string Value, long Count)>> CountValuesAsync(string key, PointFilter filter, int limit, CancellationToken cancellationToken)
    {
        var body = RestConnection.Body(json =>
        {
            json.WriteStartObject();
            json.WriteString("key", key);
            json.WriteNumber("limit", limit);
            json.WritePropertyName("filter");
            RestFilters.Write(json, filter);
            json.WriteBoolean("exact", true);
            json.WriteEndObject();
        });
        var result = await connection.SendAsync(HttpMethod.Post, _collection + "/facet", body, writes: false, cancellationToken);
        return [.. result.GetProperty("hits").EnumerateArray().Select(h => (h.GetProperty("value").GetString()!, h.GetProperty("count").GetInt64()))];
    }

    public Task DeleteAsync(IReadOnlyList<Guid> ids, CancellationToken cancellationToken) => ChangeAsync(
        "/points/delete", json => WriteIds(json, "points", ids), cancellationToken);

    public Task DeleteAsync(PointFilter filter, CancellationToken cancellationToken) => ChangeAsync(
        "/points/delete",
        json =>
        {
            json.WritePropertyName("filter");
            RestFilters.Write(json, filter);
        },
        cancellationToken);

    /// <summary>Sets one key of the payload of points that there are; the others stay.</summary>
    public Task SetAsync(IReadOnlyList<Guid> ids, string key, string value, CancellationToken cancellationToken) => ChangeAsync(
        "/points/payload",
        json =>
        {
            json.WriteStartObject("payload");
            json.WriteString(key, value);
            json.WriteEndObject();
            WriteIds(json, "points", ids);
        },
        cancellationToken);

    /// <summary>Takes keys out of the payload of points that there are.</summary>
    public Task ClearAsync(IReadOnlyList<Guid> ids, IReadOnlyList<string> keys, CancellationToken cancellationToken) => ChangeAsync(
        "/points/payload/delete",
        json =>
        {
            json.WriteStartArray("keys");
            foreach (var key in keys)
            {
                json.WriteStringValue(key);
            }

            json.WriteEndArray();
            WriteIds(json, "points", ids);
        },
        cancellationToken);

    public void Dispose()
    {
        connection.Dispose();
        while (_batches.TryTake(out var batch))
        {
            batch.Dispose();
        }
    }

    private static void StartPoints(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartArray("points");
    }

    private static void EndPoints(Utf8JsonWriter json)
    {
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteIds(Utf8JsonWriter json, string name, IReadOnlyList<Guid> ids)
    {
        json.WriteStartArray(name);
        foreach (var id in ids)
        {
            json.WriteStringValue(id);
        }

        json.WriteEndArray();
    }

    private LibraryException Refused(RestReply reply) => Failures.Refused(
        reply.IsTooLarge ? HttpStatusCode.RequestEntityTooLarge : reply.Status!.Value, System.Text.Encoding.UTF8.GetString(reply.Body));

    private string WriteParameters => options.WriteOrdering is { } ordering ? $"?wait=true&ordering={ordering}" : "?wait=true";

    private Task<JsonElement> ChangeAsync(string path, Action<Utf8JsonWriter> writeBody, CancellationToken cancellationToken)
    {
        var body = RestConnection.Body(json =>
        {
            json.WriteStartObject();
            writeBody(json);
            json.WriteEndObject();
        });
        return connection.SendAsync(HttpMethod.Post, _collection + path + WriteParameters, body, writes: true, cancellationToken);
    }

    private Task<JsonElement> UpsertAsync(ReadOnlyMemory<byte> body, CancellationToken cancellationToken) =>
        connection.SendAsync(HttpMethod.Put, _collection + "/points" + WriteParameters, body, writes: true, cancellationToken);

    private async Task UpsertSomeAsync(PaperPoint[] points, double averageLength, CancellationToken cancellationToken)
    {
        if (!_batches.TryTake(out var batch) || batch.AverageLength != averageLength)
        {
            batch = new PointBatch(averageLength);
        }

        for (var from = 0; from < points.Length;)
        {
            var count = batch.Write(points.AsSpan(from), options.BatchBytes);
            await UpsertBatchAsync(points[from..(from + count)], batch.Body, averageLength, cancellationToken);
            from += count;
        }

        _batches.Add(batch);
    }

    // A proxy may take less than the server does: half a batch may pass.
    private async Task UpsertBatchAsync(PaperPoint[] points, ReadOnlyMemory<byte> body, double averageLength, CancellationToken cancellationToken)
    {
        var reply = await connection.ReplyAsync(HttpMethod.Put, _collection + "/points" + WriteParameters, body, writes: true, cancellationToken);
        if (reply.IsSuccess)
        {
            return;
        }

        if (!reply.IsTooLarge || points.Length == 1)
        {
            throw Refused(reply);
        }

        foreach (var half in points.Chunk((points.Length + 1) / 2))
        {
            await UpsertSomeAsync(half, averageLength, cancellationToken);
        }
    }
}
