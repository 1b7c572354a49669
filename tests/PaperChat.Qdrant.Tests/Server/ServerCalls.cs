using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PaperChat.Qdrant.Tests.Server;

/// <summary>What each call does.</summary>
/// <param name="collections">All collections.</param>
/// <param name="comparesBeforeWriting">Whether there are conditions of writes, as there are from version 1.16 on.</param>
internal sealed class ServerCalls(ConcurrentDictionary<string, ServerCollection> collections, bool comparesBeforeWriting)
{
    public JsonNode Run(ServerCall call)
    {
        var parts = call.Path.Trim('/').Split('/', 3);
        if (parts is not ["collections", var encoded, ..])
        {
            throw new ServerFailure(404, "Not found");
        }

        var name = Uri.UnescapeDataString(encoded);
        var rest = parts.Length > 2 ? parts[2] : "";
        return (call.Method, rest) switch
        {
            ("GET", "") => Info(Get(name)),
            ("PUT", "") => Create(name, call.Body!.Value),
            ("PATCH", "") => Update(Get(name), call.Body!.Value),
            ("DELETE", "") => collections.TryRemove(name, out _),
            ("PUT", "index") => Changed(() => Get(name).AddIndex(call.Body!.Value)),
            ("PUT", "points") => Written(Upsert(Get(name), call.Body!.Value)),
            ("POST", "points") => Retrieve(Get(name), call.Body!.Value),
            ("POST", "points/scroll") => Scroll(Get(name), call.Body!.Value),
            ("POST", "points/count") => Count(Get(name), call.Body!.Value),
            ("POST", "points/query/batch") => Query(Get(name), call.Body!.Value),
            ("POST", "facet") => Facet(Get(name), call.Body!.Value),
            ("POST", "points/delete") => Delete(Get(name), call.Body!.Value),
            ("POST", "points/payload") => Written(Get(name).Change(Ids(call.Body!.Value, "points"), p => Set(p, call.Body!.Value.GetProperty("payload")))),
            ("POST", "points/payload/delete") => Written(Get(name).Change(Meant(Get(name), call.Body!.Value), p => Clear(p, call.Body!.Value.GetProperty("keys")))),
            _ => throw new ServerFailure(404, "Not found"),
        };
    }

    private ServerCollection Get(string name) =>
        collections.TryGetValue(name, out var collection) ? collection : throw new ServerFailure(404, $"Not found: Collection `{name}` doesn't exist!");

    private JsonNode Create(string name, JsonElement body) => collections.TryAdd(name, new ServerCollection(body))
        ? true
        : throw new ServerFailure(409, $"Wrong input: Collection `{name}` already exists!");

    private static JsonNode Update(ServerCollection collection, JsonElement body)
    {
        var own = collection.Created["optimizers_config"]!.AsObject();
        foreach (var setting in body.GetProperty("optimizers_config").EnumerateObject())
        {
            own[setting.Name] = JsonNode.Parse(setting.Value.GetRawText());
        }

        return true;
    }

    private static JsonObject Info(ServerCollection collection)
    {
        var created = collection.Created;
        var parameters = new JsonObject
        {
            ["vectors"] = created["vectors"]!.DeepClone(),
            ["sparse_vectors"] = created["sparse_vectors"]!.DeepClone(),
            ["shard_number"] = 1,
            ["replication_factor"] = 1,
            ["write_consistency_factor"] = 1,
            ["on_disk_payload"] = true,
        };
        var indexes = new JsonObject();
        foreach (var (key, index) in collection.Indexes)
        {
            indexes[key] = new JsonObject { ["data_type"] = index.Type, ["points"] = 0 };
        }

        var config = new JsonObject
        {
            ["params"] = parameters,
            ["hnsw_config"] = new JsonObject { ["m"] = 16, ["ef_construct"] = 100, ["full_scan_threshold"] = 10000 },
            ["optimizer_config"] = new JsonObject
            {
                ["deleted_threshold"] = 0.2,
                ["vacuum_min_vector_number"] = 1000,
                ["default_segment_number"] = 0,
                ["flush_interval_sec"] = 5,
                ["indexing_threshold"] = created["optimizers_config"]!["indexing_threshold"]!.DeepClone(),
            },
            ["wal_config"] = new JsonObject { ["wal_capacity_mb"] = 32, ["wal_segments_ahead"] = 0 },
        };
        return new JsonObject
        {
            ["status"] = "green",
            ["optimizer_status"] = "ok",
            ["segments_count"] = 1,
            ["points_count"] = collection.Count,
            ["config"] = config,
            ["payload_schema"] = indexes,
        };
    }

    private static JsonArray Retrieve(ServerCollection collection, JsonElement body) =>
        [.. Ids(body, "ids").Distinct().Select(collection.Find).OfType<ServerPoint>().Select(p => (JsonNode)ServerQueries.Record(p, body))];

    private static JsonObject Scroll(ServerCollection collection, JsonElement body)
    {
        var from = body.TryGetProperty("offset", out var offset) ? ServerCollection.Order(offset.GetGuid()) : UInt128.Zero;
        var limit = body.GetProperty("limit").GetInt32();
        var found = Allowed(collection, body).Where(p => ServerCollection.Order(p.Id) >= from).Take(limit + 1).ToArray();
        return new JsonObject
        {
            ["points"] = new JsonArray([.. found.Take(limit).Select(p => (JsonNode)ServerQueries.Record(p, body))]),
            ["next_page_offset"] = found.Length > limit ? found[limit].Id.ToString() : null,
        };
    }

    private static JsonObject Count(ServerCollection collection, JsonElement body) => new() { ["count"] = Allowed(collection, body).Count() };

    private static JsonArray Query(ServerCollection collection, JsonElement body)
    {
        var queries = new ServerQueries(collection);
        return [.. body.GetProperty("searches").EnumerateArray().Select(q => (JsonNode)new JsonObject { ["points"] = queries.Run(q) })];
    }

    private static JsonObject Facet(ServerCollection collection, JsonElement body)
    {
        var key = body.GetProperty("key").GetString()!;
        collection.RequireIndex(key, "keyword");
        var hits = Allowed(collection, body).SelectMany(p => p.Values(key).OfType<string>().Distinct()).CountBy(v => v)
            .OrderByDescending(v => v.Value).Take(body.GetProperty("limit").GetInt32());
        return new JsonObject { ["hits"] = new JsonArray([.. hits.Select(h => (JsonNode)new JsonObject { ["value"] = h.Key, ["count"] = h.Value })]) };
    }

    // Points that are there are replaced where the condition holds for them; all others are added.
    private long Upsert(ServerCollection collection, JsonElement body)
    {
        var points = body.GetProperty("points").EnumerateArray();
        if (!comparesBeforeWriting || !body.TryGetProperty("update_filter", out var condition))
        {
            return collection.Upsert(points);
        }

        var mayReplace = new ServerFilter(collection, needsIndexes: false).Compile(condition);
        return collection.Upsert(points.Where(p => collection.Find(p.GetProperty("id").GetGuid()) is not { } old || mayReplace(old)));
    }

    private static JsonObject Delete(ServerCollection collection, JsonElement body) => Written(collection.Delete(Meant(collection, body)));

    private static Guid[] Meant(ServerCollection collection, JsonElement body) =>
        body.TryGetProperty("points", out _) ? Ids(body, "points") : [.. Allowed(collection, body).Select(p => p.Id)];

    private static IEnumerable<ServerPoint> Allowed(ServerCollection collection, JsonElement body) =>
        collection.Ordered.Where(new ServerFilter(collection).Compile(body.GetProperty("filter")));

    private static Guid[] Ids(JsonElement body, string name) => [.. body.GetProperty(name).EnumerateArray().Select(i => i.GetGuid())];

    private static void Set(JsonObject payload, JsonElement values)
    {
        foreach (var value in values.EnumerateObject())
        {
            payload[value.Name] = JsonNode.Parse(value.Value.GetRawText());
        }
    }

    private static void Clear(JsonObject payload, JsonElement keys)
    {
        foreach (var key in keys.EnumerateArray())
        {
            payload.Remove(key.GetString()!);
        }
    }

    private static JsonObject Changed(Action change)
    {
        change();
        return Written(0);
    }

    private static JsonObject Written(long operation) => new() { ["operation_id"] = operation, ["status"] = "completed" };
}
