using System.Collections.Concurrent;
using System.Text.Json;
using PaperChat.Qdrant.Tests.Server;

namespace PaperChat.Qdrant.Tests;

/// <summary>What all tests of this process asked test servers for: calls, their parameters, and the places of their bodies.</summary>
internal static class ContractRecorder
{
    /// <summary>A collection that a test fills as another program would; what it asks for is no call of ours.</summary>
    public const string Foreign = "foreign";

    /// <summary>By method and path.</summary>
    public static ConcurrentDictionary<string, ConcurrentDictionary<string, bool>> Calls { get; } = new(StringComparer.Ordinal);

    public static void Add(QdrantServer server)
    {
        foreach (var call in server.Calls.Where(c => !c.Path.Contains($"/{Foreign}", StringComparison.Ordinal)))
        {
            var parts = call.Path.Split('/');
            var path = parts.Length > 2 ? string.Join('/', [.. parts[..2], "{collection}", .. parts[3..]]) : call.Path;
            var places = Calls.GetOrAdd($"{call.Method} {path}", _ => new(StringComparer.Ordinal));
            foreach (var (name, value) in call.Query)
            {
                places[$"?{name}={value}"] = true;
            }

            if (call.Body is { } body)
            {
                Add(places, body, "");
            }
        }
    }

    // The payload of points is told in the decision; other objects of free names stand for themselves.
    private static void Add(ConcurrentDictionary<string, bool> places, JsonElement value, string at)
    {
        if (value.ValueKind == JsonValueKind.Object && !at.EndsWith(".payload", StringComparison.Ordinal))
        {
            foreach (var member in value.EnumerateObject())
            {
                Add(places, member.Value, at.Length == 0 ? member.Name : $"{at}.{member.Name}");
            }
        }
        else if (value.ValueKind == JsonValueKind.Array && value.EnumerateArray().Any(v => v.ValueKind is JsonValueKind.Object))
        {
            foreach (var item in value.EnumerateArray())
            {
                Add(places, item, at + "[]");
            }
        }
        else
        {
            places[$"{at}: {KindOf(value)}"] = true;
        }
    }

    private static string KindOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => "text",
        JsonValueKind.Number => "number",
        JsonValueKind.True or JsonValueKind.False => "true or false",
        JsonValueKind.Array when value.GetArrayLength() > 0 => $"list of {KindOf(value[0])}",
        JsonValueKind.Array => "list",
        _ => "object",
    };
}
