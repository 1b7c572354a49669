using System.Text.Json;
using System.Text.Json.Nodes;

namespace PaperChat.Chat.Mcp.Parameters;

/// <summary>One argument of a tool: what its schema says of it, and how it is read by the same limits.</summary>
internal abstract class ToolParameter(string name, string description)
{
    public string Name => name;

    public bool IsRequired { get; init; }

    /// <summary>The JSON Schema of its value, with the description.</summary>
    public JsonObject Schema()
    {
        var schema = new JsonObject { ["description"] = description };
        Describe(schema);
        return schema;
    }

    protected abstract void Describe(JsonObject schema);

    /// <summary>The value; null when it is absent or JSON's null.</summary>
    protected JsonElement? Given(ToolArguments arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        return arguments.TryGet(name, out var value) && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined) ? value : null;
    }

    protected ToolException Missing() => new($"The argument {name} is missing: {description}");

    protected ToolException Wrong(string rule) => new($"The argument {name} {rule}");
}
