using System.Text.Json;
using System.Text.Json.Nodes;

namespace PaperChat.Qdrant.Tests.Server;

/// <summary>A filter as the server understands it. A key without an index is refused, as a server in strict mode does, but for conditions of writes.</summary>
internal sealed class ServerFilter(ServerCollection collection, bool needsIndexes = true)
{
    public Func<ServerPoint, bool> Compile(JsonElement filter)
    {
        var must = Conditions(filter, "must");
        var should = Conditions(filter, "should");
        var mustNot = Conditions(filter, "must_not");
        return point => Array.TrueForAll(must, c => c(point)) && (should.Length == 0 || Array.Exists(should, c => c(point))) && !Array.Exists(mustNot, c => c(point));
    }

    private void RequireIndex(string key, string type)
    {
        if (needsIndexes)
        {
            collection.RequireIndex(key, type);
        }
    }

    private Func<ServerPoint, bool>[] Conditions(JsonElement filter, string name) =>
        filter.TryGetProperty(name, out var list) ? [.. list.EnumerateArray().Select(Condition)] : [];

    private Func<ServerPoint, bool> Condition(JsonElement condition)
    {
        if (condition.TryGetProperty("nested", out var nested))
        {
            return Nested(nested);
        }

        if (!condition.TryGetProperty("key", out var named))
        {
            return Compile(condition);
        }

        var key = named.GetString()!;
        if (condition.TryGetProperty("match", out var match) && match.TryGetProperty("text", out var text))
        {
            RequireIndex(key, "text");
            var words = text.GetString()!.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            return point => words.Length > 0 && Array.TrueForAll(words, point.Words(key).Contains);
        }

        var test = ValueTest(condition, key, key);
        return point => Array.Exists(point.Values(key), v => test(v));
    }

    // All conditions have to hold for one and the same object of the array.
    private Func<ServerPoint, bool> Nested(JsonElement nested)
    {
        var key = nested.GetProperty("key").GetString()!;
        var inner = nested.GetProperty("filter");
        var tests = inner.GetProperty("must").EnumerateArray()
            .Select(c => (Key: c.GetProperty("key").GetString()!, Test: ValueTest(c, $"{key}[].{c.GetProperty("key").GetString()}", "")))
            .ToArray();
        return point => point.Payload[key] is JsonArray objects
            && objects.OfType<JsonObject>().Any(o => tests.All(t => ServerPoint.ValuesOf(o, t.Key).Any(t.Test)));
    }

    private Func<object, bool> ValueTest(JsonElement condition, string indexed, string name)
    {
        if (condition.TryGetProperty("range", out var range))
        {
            RequireIndex(indexed, "integer");
            var from = range.TryGetProperty("gte", out var gte) ? gte.GetInt64() : long.MinValue;
            var to = range.TryGetProperty("lte", out var lte) ? lte.GetInt64() : long.MaxValue;
            return value => value is long number && number >= from && number <= to;
        }

        RequireIndex(indexed, "keyword");
        var match = condition.GetProperty("match");
        if (match.TryGetProperty("value", out var single))
        {
            var wanted = single.GetString()!;
            return value => value is string text && text == wanted;
        }

        if (!match.TryGetProperty("any", out var list))
        {
            throw ServerFailure.BadInput($"the test server does not know this condition on {name}");
        }

        var any = list.EnumerateArray().Select(v => v.GetString()!).ToHashSet(StringComparer.Ordinal);
        return value => value is string text && any.Contains(text);
    }
}
