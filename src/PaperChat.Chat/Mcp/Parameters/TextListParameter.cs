using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PaperChat.Chat.Mcp.Parameters;

/// <summary>Texts, between a least and a most number of them, each not empty.</summary>
internal sealed class TextListParameter(string name, string description, int least, int most, int longest) : ToolParameter(name, description)
{
    /// <summary>In the order given; empty when they are not given and need not be.</summary>
    public IReadOnlyList<string> Read(ToolArguments arguments)
    {
        if (Given(arguments) is not { } value)
        {
            return IsRequired ? throw Missing() : [];
        }

        // One text where a list is wanted means a list of one.
        JsonElement[] items = value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Take(most + 1)] : [value];
        if (items.Length > most || items.Length < least)
        {
            throw Wrong(string.Create(CultureInfo.InvariantCulture, $"is a list of {least} to {most} texts."));
        }

        return [.. items.Select(Text)];
    }

    protected override void Describe(JsonObject schema)
    {
        schema["type"] = "array";
        schema["items"] = new JsonObject { ["type"] = "string", ["maxLength"] = longest };
        schema["minItems"] = least;
        schema["maxItems"] = most;
    }

    private string Text(JsonElement item) =>
        item.ValueKind == JsonValueKind.String && item.GetString()!.Trim() is { Length: > 0 } text && text.Length <= longest
            ? text
            : throw Wrong(string.Create(CultureInfo.InvariantCulture, $"is a list of texts of 1 to {longest} characters."));
}
