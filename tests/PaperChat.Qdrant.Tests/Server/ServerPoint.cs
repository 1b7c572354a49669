using System.Text.Json.Nodes;

namespace PaperChat.Qdrant.Tests.Server;

/// <summary>A point as the server keeps it. Vectors are replaced as a whole; the payload is changed under the collection's lock.</summary>
internal sealed class ServerPoint(Guid id, float[]? dense, Dictionary<uint, float>? sparse, JsonObject payload)
{
    private readonly Dictionary<string, object[]> _values = [];
    private readonly Dictionary<string, HashSet<string>> _words = [];

    public Guid Id => id;

    /// <summary>Of length 1, as a cosine collection keeps it.</summary>
    public float[]? Dense => dense;

    public Dictionary<uint, float>? Sparse => sparse;

    public JsonObject Payload => payload;

    public void Change(Action<JsonObject> change)
    {
        change(payload);
        _values.Clear();
        _words.Clear();
    }

    /// <summary>Texts and whole numbers under a key; those of an array one by one.</summary>
    public object[] Values(string key) => _values.TryGetValue(key, out var known) ? known : _values[key] = [.. ValuesOf(payload, key)];

    public HashSet<string> Words(string key) => _words.TryGetValue(key, out var known)
        ? known
        : _words[key] = [.. Values(key).OfType<string>().SelectMany(t => t.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))];

    public static IEnumerable<object> ValuesOf(JsonObject holder, string key) => holder[key] switch
    {
        JsonArray array => array.Select(ValueOf).OfType<object>(),
        { } single => ValueOf(single) is { } value ? [value] : [],
        null => [],
    };

    private static object? ValueOf(JsonNode? node) => node is not JsonValue value ? null
        : value.TryGetValue<string>(out var text) ? text
        : value.TryGetValue<long>(out var number) ? number
        : null;
}
