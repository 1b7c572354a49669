using System.Text.Json;

namespace PaperChat.Models.Tokenization;

/// <summary>Reading the parts of a <c>tokenizer.json</c>.</summary>
internal static class TokenizerJson
{
    public static string Type(JsonElement part) => part.GetProperty("type").GetString() ?? "";

    public static bool Flag(JsonElement part, string name, bool otherwise) =>
        part.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : otherwise;

    public static string? Text(JsonElement part, string name) =>
        part.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public static JsonElement? Part(JsonElement part, string name) =>
        part.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    public static IEnumerable<JsonElement> Items(JsonElement? array) => array is { } items ? items.EnumerateArray() : [];

    public static PaperChatException Unsupported(string what) => new(
        $"The model's tokenizer uses {what}, which PaperChat cannot reproduce; its vectors would be wrong. Choose another Model2Vec model, or the built-in one.");
}
