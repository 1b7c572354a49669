using System.Text.Json;

namespace PaperChat.Chat.Tests.Json;

/// <summary>
/// Checks JSON against a schema (JSON Schema 2020-12). Knows the keywords that the project's schema uses and fails on any other,
/// so that no rule is silently not checked.
/// </summary>
internal sealed class JsonSchema(JsonElement root)
{
    /// <summary>What does not hold, each with the place; nothing when all does.</summary>
    public IReadOnlyList<string> Check(string definition, JsonElement value)
    {
        List<string> problems = [];
        Check(root.GetProperty("$defs").GetProperty(definition), value, "$", problems);
        return problems;
    }

    private void Check(JsonElement schema, JsonElement value, string at, List<string> problems)
    {
        foreach (var keyword in schema.EnumerateObject())
        {
            if (!Holds(schema, keyword, value, at, problems))
            {
                problems.Add($"{at}: {keyword.Name} {keyword.Value.GetRawText()} does not hold for {value.GetRawText()}");
            }
        }
    }

    private bool Holds(JsonElement schema, JsonProperty keyword, JsonElement value, string at, List<string> problems)
    {
        switch (keyword.Name)
        {
            case "$comment" or "description" or "title":
                return true;
            case "$ref":
                Check(Resolve(keyword.Value.GetString()!), value, at, problems);
                return true;
            case "type":
                return keyword.Value.ValueKind == JsonValueKind.Array
                    ? keyword.Value.EnumerateArray().Any(t => IsType(value, t.GetString()!))
                    : IsType(value, keyword.Value.GetString()!);
            case "enum":
                return keyword.Value.EnumerateArray().Any(e => JsonElement.DeepEquals(e, value));
            case "const":
                return JsonElement.DeepEquals(keyword.Value, value);
            case "minimum":
                return value.ValueKind != JsonValueKind.Number || value.GetDouble() >= keyword.Value.GetDouble();
            case "maximum":
                return value.ValueKind != JsonValueKind.Number || value.GetDouble() <= keyword.Value.GetDouble();
            case "minLength":
                return value.ValueKind != JsonValueKind.String || value.GetString()!.Length >= keyword.Value.GetInt32();
            case "minItems":
                return value.ValueKind != JsonValueKind.Array || value.GetArrayLength() >= keyword.Value.GetInt32();
            case "required":
                return value.ValueKind != JsonValueKind.Object
                    || keyword.Value.EnumerateArray().All(n => value.TryGetProperty(n.GetString()!, out _));
            case "properties" or "additionalProperties":
                CheckProperties(schema, keyword, value, at, problems);
                return true;
            case "items":
                CheckItems(keyword.Value, value, at, problems);
                return true;
            default:
                throw new NotSupportedException($"The checker does not know the keyword {keyword.Name}.");
        }
    }

    private void CheckProperties(JsonElement schema, JsonProperty keyword, JsonElement value, string at, List<string> problems)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        var known = schema.TryGetProperty("properties", out var properties) ? properties : default;
        foreach (var property in value.EnumerateObject())
        {
            var place = $"{at}.{property.Name}";
            var isKnown = known.ValueKind == JsonValueKind.Object && known.TryGetProperty(property.Name, out _);
            if (keyword.Name == "properties" && isKnown)
            {
                Check(known.GetProperty(property.Name), property.Value, place, problems);
            }
            else if (keyword.Name == "additionalProperties" && !isKnown)
            {
                CheckAdditional(keyword.Value, property.Value, place, problems);
            }
        }
    }

    private void CheckAdditional(JsonElement rule, JsonElement value, string place, List<string> problems)
    {
        if (rule.ValueKind == JsonValueKind.False)
        {
            problems.Add($"{place}: not in the schema");
        }
        else if (rule.ValueKind == JsonValueKind.Object)
        {
            Check(rule, value, place, problems);
        }
    }

    private void CheckItems(JsonElement schema, JsonElement value, string at, List<string> problems)
    {
        var index = 0;
        foreach (var item in value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : default)
        {
            Check(schema, item, $"{at}[{index++}]", problems);
        }
    }

    private JsonElement Resolve(string reference) => root.GetProperty("$defs").GetProperty(reference["#/$defs/".Length..]);

    private static bool IsType(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && value.GetDouble() == Math.Floor(value.GetDouble()),
        _ => throw new NotSupportedException($"The checker does not know the type {type}."),
    };
}
