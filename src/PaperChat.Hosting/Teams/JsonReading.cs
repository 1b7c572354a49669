using System.Text.Json;

namespace PaperChat.Hosting.Teams;

/// <summary>Reads JSON of strangers: whatever is not of the type that is asked for is not there.</summary>
internal static class JsonReading
{
    /// <summary>Undefined where there is no such child.</summary>
    public static JsonElement Child(this JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var child) ? child : default;

    public static string? Text(this JsonElement json, string name)
    {
        if (json.Child(name) is not { ValueKind: JsonValueKind.String } child)
        {
            return null;
        }

        try
        {
            return child.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair: JSON, but no text.
            return null;
        }
    }

    /// <summary>None where it is no array.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement json, string name) =>
        json.Child(name) is { ValueKind: JsonValueKind.Array } child ? child.EnumerateArray() : [];
}
