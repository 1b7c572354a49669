using System.Text.Json;
using System.Text.Json.Nodes;
using PaperChat.Hosting;

namespace PaperChat.Chat.Mcp.Parameters;

/// <summary>One of a few words.</summary>
internal sealed class ChoiceParameter(string name, string description, IReadOnlyCollection<string> choices, string preset) : ToolParameter(name, description)
{
    public string Read(ToolArguments arguments)
    {
        if (Given(arguments) is not { } value)
        {
            return preset;
        }

        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.ValueKind.ToString();
        return choices.FirstOrDefault(c => c.Equals(text.Trim(), StringComparison.OrdinalIgnoreCase))
            ?? throw Wrong($"is one of {string.Join(", ", choices)}, not '{TerminalText.Line(text.Length > 40 ? text[..40] : text)}'.");
    }

    protected override void Describe(JsonObject schema)
    {
        schema["type"] = "string";
        schema["enum"] = new JsonArray([.. choices.Select(c => (JsonNode)c)]);
        schema["default"] = preset;
    }
}
