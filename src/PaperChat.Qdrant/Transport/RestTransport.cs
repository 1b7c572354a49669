using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using PaperChat.Library;
using PaperChat.Qdrant.Points;

namespace PaperChat.Qdrant.Transport;

/// <summary>A server by its REST API. Owns its connection.</summary>
internal sealed class RestTransport(QdrantOptions options, RestConnection connection) : QdrantTransport(connection.Failures)
{
    private static readonly Version Comparing = new(1, 16);

    private readonly ConcurrentBag<PointBatch> _batches = [];
    private readonly RestQueries _queries = new(options);
    private readonly string _collection = "collections/" + Uri.EscapeDataString(options.Collection);

    private volatile bool _comparesBeforeWriting;

    public override bool ComparesBeforeWriting => _comparesBeforeWriting;

    public override async Task<Version?> GetVersionAsync(CancellationToken cancellationToken)
    {
        var reply = await connection.ReplyAsync(HttpMethod.Get, "", default, writes: false, cancellationToken);
        try
        {
            using var json = JsonDocument.Parse(reply.IsSuccess ? reply.Body : "{}"u8.ToArray());
            if (!json.RootElement.GetProperty("title").GetString()!.Contains("qdrant", StringComparison.OrdinalIgnoreCase))
            {
                throw Failures.NotQdrant("it calls itself something else");
            }

            // A build of its own calls itself 1.19.0-dev.
            var known = Version.TryParse(json.RootElement.GetProperty("version").GetString()!.Split('-')[0], out var version);
            _comparesBeforeWriting = !known || version >= Comparing;
            return version;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw Failures.NotQdrant(reply.IsSuccess ? "it does not tell its version" : FormattableString.Invariant($"status {(int)reply.Status!}"));
        }
    }

    public override async Task<CollectionFacts?> GetCollectionAsync(CancellationToken cancellationToken)
    {
        var reply = await connection.ReplyAsync(HttpMethod.Get, _collection, default, writes: false, cancellationToken);
        return reply.Status == HttpStatusCode.NotFound ? null
            : reply.IsSuccess ? RestCollections.Facts(connection.ResultOf(reply))
            : throw Refused(reply);
    }

    public override async Task<bool> CreateCollectionAsync(int? dimension, CancellationToken cancellationToken)
    {
        var reply = await connection.ReplyAsync(HttpMethod.Put, _collection, RestCollections.Create(options, dimension), writes: true, cancellationToken);
        return reply.IsSuccess
            || (reply.Status is HttpStatusCode.Conflict or HttpStatusCode.BadRequest && await GetCollectionAsync(cancellationToken) is not null ? false : throw Refused(reply));
    }

    public override Task DeleteCollectionAsync(CancellationToken cancellationToken) =>
        connection.SendAsync(HttpMethod.Delete, _collection, default, writes: true, cancellationToken);

    public override Task SetIndexingAsync(CancellationToken cancellationToken) =>
        connection.SendAsync(HttpMethod.Patch, _collection, RestCollections.ChangeThreshold(options), writes: true, cancellationToken);

    public override Task CreateIndexAsync(string key, IndexKind kind, CancellationToken cancellationToken) =>
        connection.SendAsync(HttpMethod.Put, _collection + "/index?wait=true", RestCollections.Index(key, kind, options), writes: true, cancellationToken);

    public override Task UpsertAsync(IReadOnlyList<PaperPoint> points, double averageLength, PointFilter? replaced, CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(
            PointBatch.Divide(points, options.BatchBytes),
            new ParallelOptions { MaxDegreeOfParallelism = options.Concurrency, CancellationToken = cancellationToken },
            async (some, token) => await UpsertSomeAsync(some, averageLength, replaced, token));

    public override async Task UpsertAsync(Guid id, Action<Utf8JsonWriter> writePayload, PointFilter? replaced, CancellationToken cancellationToken)
    {
        var body = RestConnection.Body(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("points");
            json.WriteStartObject();
            json.WriteString("id", id);
            json.WriteStartObject("vector");
            json.WriteEndObject();
            json.WritePropertyName("payload");
            writePayload(json);
            json.WriteEndObject();
            json.WriteEndArray();
            WriteCondition(json, Condition(replaced));
            json.WriteEndObject();
        });
        await connection.SendAsync(HttpMethod.Put, _collection + "/points" + Parameters(replaced), body, writes: true, cancellationToken);
    }

    public override async Task<IReadOnlyList<FoundPoint>> GetAsync(IReadOnlyList<Guid> ids, IReadOnlyList<string>? keys, CancellationToken cancellationToken)
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

    public override async Task<(IReadOnlyList<FoundPoint> Points, Guid? Next)> ScrollAsync(
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

    public override async Task<IReadOnlyList<IReadOnlyList<FoundPoint>>> QueryAsync(IReadOnlyList<PointQuery> queries, CancellationToken cancellationToken)
    {
        var lists = await connection.SendAsync(HttpMethod.Post, _collection + "/points/query/batch", _queries.Batch(queries), writes: false, cancellationToken);
        return [.. lists.EnumerateArray().Select(l => RestQueries.Points(l.GetProperty("points")))];
    }

    public override async Task<long> CountAsync(PointFilter filter, CancellationToken cancellationToken)
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

    public override async Task<IReadOnlyList<(string Value, long Count)>> CountValuesAsync(string key, PointFilter filter, int limit, CancellationToken cancellationToken)
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

    public override Task DeleteAsync(IReadOnlyList<Guid> ids, CancellationToken cancellationToken) => ChangeAsync(
        "/points/delete", json => WriteIds(json, "points", ids), cancellationToken);

    public override Task DeleteAsync(PointFilter filter, CancellationToken cancellationToken) => ChangeAsync(
        "/points/delete",
        json =>
        {
            json.WritePropertyName("filter");
            RestFilters.Write(json, filter);
        },
        cancellationToken);

    public override Task SetAsync(IReadOnlyList<Guid> ids, string key, IReadOnlyList<string> values, CancellationToken cancellationToken) => ChangeAsync(
        "/points/payload",
        json =>
        {
            json.WriteStartObject("payload");
            WriteTexts(json, key, values);
            json.WriteEndObject();
            WriteIds(json, "points", ids);
        },
        cancellationToken);

    public override Task ClearAsync(PointFilter filter, IReadOnlyList<string> keys, CancellationToken cancellationToken) => ChangeAsync(
        "/points/payload/delete",
        json =>
        {
            WriteTexts(json, "keys", keys);
            json.WritePropertyName("filter");
            RestFilters.Write(json, filter);
        },
        cancellationToken);

    public override void Dispose()
    {
        connection.Dispose();
        while (_batches.TryTake(out var batch))
        {
            batch.Dispose();
        }
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
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

    // A server that does not know conditions would take no notice of them.
    private PointFilter? Condition(PointFilter? replaced) => _comparesBeforeWriting ? replaced : null;

    // Copies of a shard that take writes in different orders would decide differently on a condition.
    private string Parameters(PointFilter? condition) =>
        (condition is not null && options.WriteOrdering is not "strong" ? "medium" : options.WriteOrdering) is { } ordering ? $"?wait=true&ordering={ordering}" : "?wait=true";

    private static void WriteCondition(Utf8JsonWriter json, PointFilter? condition)
    {
        if (condition is not null)
        {
            json.WritePropertyName("update_filter");
            RestFilters.Write(json, condition);
        }
    }

    private Task<JsonElement> ChangeAsync(string path, Action<Utf8JsonWriter> writeBody, CancellationToken cancellationToken)
    {
        var body = RestConnection.Body(json =>
        {
            json.WriteStartObject();
            writeBody(json);
            json.WriteEndObject();
        });
        return connection.SendAsync(HttpMethod.Post, _collection + path + Parameters(condition: null), body, writes: true, cancellationToken);
    }

    private async Task UpsertSomeAsync(ArraySegment<PaperPoint> points, double averageLength, PointFilter? replaced, CancellationToken cancellationToken)
    {
        if (!_batches.TryTake(out var batch) || batch.AverageLength != averageLength)
        {
            batch = new PointBatch(averageLength);
        }

        var condition = Condition(replaced);
        for (var from = 0; from < points.Count;)
        {
            var count = batch.Write(points[from..], options.BatchBytes, json => WriteCondition(json, condition));
            await UpsertBatchAsync(points.Slice(from, count), batch.Body, averageLength, replaced, cancellationToken);
            from += count;
        }

        _batches.Add(batch);
    }

    // A proxy may take less than the server does: half a batch may pass.
    private async Task UpsertBatchAsync(
        ArraySegment<PaperPoint> points, ReadOnlyMemory<byte> body, double averageLength, PointFilter? replaced, CancellationToken cancellationToken)
    {
        var reply = await connection.ReplyAsync(HttpMethod.Put, _collection + "/points" + Parameters(replaced), body, writes: true, cancellationToken);
        if (reply.IsSuccess)
        {
            return;
        }

        if (!reply.IsTooLarge || points.Count == 1)
        {
            throw Refused(reply);
        }

        var half = (points.Count + 1) / 2;
        await UpsertSomeAsync(points[..half], averageLength, replaced, cancellationToken);
        await UpsertSomeAsync(points[half..], averageLength, replaced, cancellationToken);
    }
}
