using System.Text.Json;

namespace PaperChat.Evaluation;

/// <summary>Fields of evaluation records: absent and null are the same, ids may be written as numbers.</summary>
internal static class JsonFields
{
    public static JsonElement? Field(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? value
            : null;

    /// <summary>A string, or a number as it is written; null for anything else.</summary>
    public static string? Text(this JsonElement element, string name) => element.Field(name)?.AsText();

    public static string? AsText(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => element.GetRawText(),
        _ => null,
    };

    /// <summary>The strings and numbers of an array; empty when the field is absent or something else.</summary>
    public static IReadOnlyList<string> Texts(this JsonElement element, string name) =>
        element.Field(name) is { ValueKind: JsonValueKind.Array } array ? array.AsTexts() : [];

    public static IReadOnlyList<string> AsTexts(this JsonElement array) => [.. array.EnumerateArray().Select(AsText).OfType<string>()];
}
