using System.Text.Json;

namespace PaperChat.TestSupport.ModelServing;

/// <summary>What a client sent to the model server.</summary>
public sealed record ModelRequest(string Path, IReadOnlyDictionary<string, string> Headers, JsonElement Body)
{
    public bool Streams => Body.TryGetProperty("stream", out var stream) && stream.GetBoolean();

    /// <summary>The texts of all messages with this role, one after another.</summary>
    public string TextOf(string role) => string.Join('\n', Body.GetProperty("messages").EnumerateArray()
        .Where(m => m.GetProperty("role").GetString() == role).Select(m => Content(m.GetProperty("content"))));

    /// <summary>What functions returned, one result after another.</summary>
    public IReadOnlyList<string> Results =>
        [.. Body.GetProperty("messages").EnumerateArray().Where(m => m.GetProperty("role").GetString() == "tool").Select(m => Content(m.GetProperty("content")))];

    /// <summary>The names of the functions that the model may call.</summary>
    public IReadOnlyList<string> Functions => Body.TryGetProperty("tools", out var tools)
        ? [.. tools.EnumerateArray().Select(t => t.GetProperty("function").GetProperty("name").GetString()!)]
        : [];

    /// <summary>The texts of an embedding request.</summary>
    public IReadOnlyList<string> Inputs => Body.GetProperty("input") is { ValueKind: JsonValueKind.Array } list
        ? [.. list.EnumerateArray().Select(i => i.GetString()!)]
        : [Body.GetProperty("input").GetString()!];

    private static string Content(JsonElement content) => content.ValueKind switch
    {
        JsonValueKind.String => content.GetString()!,
        JsonValueKind.Null => "",
        _ => string.Concat(content.EnumerateArray().Select(p => p.GetProperty("text").GetString())),
    };
}
