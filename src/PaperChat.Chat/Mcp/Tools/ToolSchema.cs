using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using PaperChat.Chat.Mcp.Parameters;

namespace PaperChat.Chat.Mcp.Tools;

/// <summary>The JSON Schemas of tools, in the words that all clients know: one type each, no null, no reference.</summary>
internal static class ToolSchema
{
    public static JsonElement OfInput(IReadOnlyList<ToolParameter> parameters)
    {
        var schema = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject(parameters.Select(p => KeyValuePair.Create(p.Name, (JsonNode?)p.Schema()))),
            ["additionalProperties"] = false,
        };
        if (parameters.Any(p => p.IsRequired))
        {
            schema["required"] = new JsonArray([.. parameters.Where(p => p.IsRequired).Select(p => (JsonNode)p.Name)]);
        }

        return Element(schema);
    }

    /// <summary>Of a shape of <c>Json/</c>, read from the serialiser itself, so that it cannot say anything else than what is written.</summary>
    public static JsonElement OfOutput(JsonTypeInfo shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        var schema = shape.GetJsonSchemaAsNode(new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true });
        Simplify(schema);
        return Element(schema);
    }

    // What is null is left out when it is written: such a property is optional, and of its type alone.
    private static void Simplify(JsonNode? schema)
    {
        if (schema is not JsonObject node)
        {
            return;
        }

        if (node["properties"] is JsonObject properties)
        {
            foreach (var (name, value) in properties.ToArray())
            {
                if (value is not JsonObject property || IsAnything(property))
                {
                    properties.Remove(name);
                    Unrequire(node, name);
                }
                else if (TakeNull(property))
                {
                    Unrequire(node, name);
                }

                Simplify(value);
            }
        }

        TakeNull(node);
        node.Remove("format");
        Simplify(node["items"]);
    }

    // A caller's own id in a batch can be anything; calls of tools have none.
    private static bool IsAnything(JsonObject property) => property["type"] is null && property["enum"] is null && property["$ref"] is null;

    private static bool TakeNull(JsonObject property)
    {
        if (property["type"] is not JsonArray types)
        {
            return false;
        }

        property["type"] = types.Select(t => t!.GetValue<string>()).First(t => t != "null");
        return types.Any(t => t!.GetValue<string>() == "null");
    }

    private static void Unrequire(JsonObject node, string name)
    {
        if (node["required"] is not JsonArray required)
        {
            return;
        }

        JsonNode[] left = [.. required.Where(r => r!.GetValue<string>() != name).Select(r => r!.DeepClone())];
        node["required"] = new JsonArray(left);
    }

    private static JsonElement Element(JsonNode node)
    {
        using var document = JsonDocument.Parse(node.ToJsonString());
        return document.RootElement.Clone();
    }
}
