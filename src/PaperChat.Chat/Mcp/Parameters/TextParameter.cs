using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PaperChat.Chat.Mcp.Parameters;

/// <summary>A text that is not empty and not endless.</summary>
internal sealed class TextParameter(string name, string description, int longest) : ToolParameter(name, description)
{
    /// <summary>Trimmed; null when it is not given, or blank. A number counts as its digits, since a year is easily given as one.</summary>
    public string? Read(ToolArguments arguments)
    {
        if (Given(arguments) is not { } value)
        {
            return null;
        }

        var text = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.Number => value.GetRawText(),
            _ => throw Wrong("is a text."),
        };
        return text.Length > longest
            ? throw Wrong(string.Create(CultureInfo.InvariantCulture, $"has {text.Length} characters; at most {longest} are taken."))
            : string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }

    public string Require(ToolArguments arguments) => Read(arguments) ?? throw Missing();

    protected override void Describe(JsonObject schema)
    {
        schema["type"] = "string";
        schema["maxLength"] = longest;
    }
}
