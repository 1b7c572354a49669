using System.Numerics.Tensors;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PaperChat.Qdrant.Tests.Server;

/// <summary>
/// The Query API on one collection: exact cosines, sparse products with the inverse document frequency, orders, and one stage on top of
/// another. Scores are single floats, and equals come in the order of point ids, which says nothing of papers.
/// </summary>
internal sealed class ServerQueries(ServerCollection collection)
{
    public JsonArray Run(JsonElement query)
    {
        var ranked = Rank(query, null).ToArray();
        return [.. ranked.Select(r => (JsonNode)Answer(r.Point, r.Score, query))];
    }

    public static JsonObject Record(ServerPoint point, JsonElement request)
    {
        var answer = new JsonObject { ["id"] = point.Id.ToString() };
        if (PayloadOf(point, request) is { } payload)
        {
            answer["payload"] = payload;
        }

        return answer;
    }

    private IEnumerable<(ServerPoint Point, float Score)> Rank(JsonElement query, HashSet<Guid>? among)
    {
        if (query.TryGetProperty("prefetch", out var prefetch))
        {
            among = [.. Rank(prefetch, among).Select(r => r.Point.Id)];
        }

        var allowed = query.TryGetProperty("filter", out var filter) ? new ServerFilter(collection).Compile(filter) : _ => true;
        var isAllowed = among is null ? allowed : point => among.Contains(point.Id) && allowed(point);
        return Scored(query, isAllowed).Take(query.GetProperty("limit").GetInt32());
    }

    private IEnumerable<(ServerPoint Point, float Score)> Scored(JsonElement query, Func<ServerPoint, bool> allowed)
    {
        var what = query.GetProperty("query");
        if (what.ValueKind == JsonValueKind.Object && what.TryGetProperty("order_by", out var order))
        {
            return Ordered(order, allowed);
        }

        var scores = query.GetProperty("using").GetString() == "words" ? ByWords(what) : ByMeaning(what);
        return scores.Where(s => allowed(s.Point)).OrderByDescending(s => s.Score).ThenBy(s => ServerCollection.Order(s.Point.Id));
    }

    private IEnumerable<(ServerPoint Point, float Score)> ByMeaning(JsonElement what)
    {
        if (collection.Dimension is not { } size)
        {
            throw ServerFailure.BadInput("Not existing vector name error: meaning");
        }

        var vector = ServerCollection.Normalized([.. what.EnumerateArray().Select(v => v.GetSingle())], size);
        return collection.Ordered.Where(p => p.Dense is not null).Select(p => (p, TensorPrimitives.Dot<float>(vector, p.Dense)));
    }

    private IEnumerable<(ServerPoint Point, float Score)> ByWords(JsonElement what)
    {
        var scores = new Dictionary<Guid, float>();
        foreach (var (term, weight) in ServerCollection.Sparse(what))
        {
            var postings = collection.Postings(term);
            var factor = weight * MathF.Log(((collection.WithWords - postings.Count + 0.5f) / (postings.Count + 0.5f)) + 1);
            foreach (var (point, value) in postings)
            {
                scores[point] = scores.GetValueOrDefault(point) + (factor * value);
            }
        }

        return scores.Select(s => (collection.Find(s.Key)!, s.Value));
    }

    private IEnumerable<(ServerPoint Point, float Score)> Ordered(JsonElement order, Func<ServerPoint, bool> allowed)
    {
        var key = order.GetProperty("key").GetString()!;
        collection.RequireIndex(key, "integer");
        var sign = order.GetProperty("direction").GetString() == "desc" ? -1 : 1;
        return collection.Ordered.Where(allowed)
            .Select(p => (Point: p, Value: p.Values(key).OfType<long>().Cast<long?>().FirstOrDefault()))
            .Where(p => p.Value is not null).OrderBy(p => sign * p.Value).Select(p => (p.Point, 0f));
    }

    private static JsonObject Answer(ServerPoint point, float score, JsonElement query)
    {
        var answer = Record(point, query);
        answer["version"] = 1;
        answer["score"] = score;
        if (query.TryGetProperty("with_vector", out var wanted) && wanted.ValueKind == JsonValueKind.Array)
        {
            answer["vector"] = point.Dense is { } dense ? new JsonObject { ["meaning"] = new JsonArray([.. dense.Select(d => (JsonNode)d)]) } : [];
        }

        return answer;
    }

    private static JsonObject? PayloadOf(ServerPoint point, JsonElement request)
    {
        if (!request.TryGetProperty("with_payload", out var wanted) || wanted.ValueKind == JsonValueKind.False)
        {
            return null;
        }

        if (wanted.ValueKind == JsonValueKind.True)
        {
            return point.Payload.DeepClone().AsObject();
        }

        var selected = new JsonObject();
        foreach (var key in wanted.GetProperty("include").EnumerateArray().Select(k => k.GetString()!))
        {
            if (point.Payload[key] is { } value)
            {
                selected[key] = value.DeepClone();
            }
        }

        return selected;
    }
}
