using System.Text.Json;
using PaperChat.TestSupport;

namespace PaperChat.Qdrant.Tests.Server;

/// <summary>
/// Qdrant's published OpenAPI document, and whether requests and answers are of its shapes. Stricter than the document: what an object
/// does not list is refused, and so is a path or parameter that it does not have.
/// </summary>
internal sealed class OpenApiDocument
{
    private const string Variable = "PAPERCHAT_QDRANT_OPENAPI";

    private static readonly Lazy<OpenApiDocument?> Lazily = new(Load);

    private readonly JsonElement _root;
    private readonly (string[] Parts, string Template, JsonElement Item)[] _paths;

    private OpenApiDocument(JsonElement root)
    {
        _root = root;
        _paths = [.. root.GetProperty("paths").EnumerateObject().Select(p => (p.Name.Trim('/').Split('/'), p.Name, p.Value))];
    }

    /// <summary>The document that <c>PAPERCHAT_QDRANT_OPENAPI</c> names, else that of the shared folder; null where there is neither.</summary>
    public static OpenApiDocument? Published => Lazily.Value;

    /// <summary>The path as the document writes it, and what it says of the method; null when it has no such path.</summary>
    public (string Template, JsonElement Operation)? Find(string method, string path)
    {
        var parts = path.Trim('/').Split('/');
        var matches = _paths.Where(p => p.Parts.Length == parts.Length && p.Parts.Zip(parts).All(z => z.First == z.Second || z.First.StartsWith('{')));
        foreach (var (_, template, item) in matches.OrderBy(p => p.Template.Count(c => c == '{')))
        {
            if (item.TryGetProperty(method.ToLowerInvariant(), out var operation))
            {
                return (template, operation);
            }
        }

        return null;
    }

    /// <summary>What is wrong with a request's parameters and body; null when nothing is.</summary>
    public string? CheckRequest(JsonElement operation, IEnumerable<string> parameters, JsonElement? body)
    {
        var known = operation.TryGetProperty("parameters", out var listed)
            ? listed.EnumerateArray().Where(p => p.GetProperty("in").GetString() == "query").Select(p => p.GetProperty("name").GetString()!).ToArray()
            : [];
        if (parameters.FirstOrDefault(p => !known.Contains(p)) is { } unknown)
        {
            return $"unknown parameter {unknown}";
        }

        var hasBody = operation.TryGetProperty("requestBody", out var request);
        return (hasBody, body) switch
        {
            (false, null) => null,
            (true, { } given) => Check(given, Schema(request), "$"),
            _ => hasBody ? "no body" : "a body where none belongs",
        };
    }

    /// <summary>What is wrong with an answer; null when nothing is.</summary>
    public string? CheckAnswer(JsonElement operation, int status, JsonElement body)
    {
        var responses = operation.GetProperty("responses");
        var answer = responses.TryGetProperty(status.ToString(System.Globalization.CultureInfo.InvariantCulture), out var exact) ? exact : responses.GetProperty("4XX");
        return Check(body, Schema(answer), "$");
    }

    private static JsonElement Schema(JsonElement content) => content.GetProperty("content").GetProperty("application/json").GetProperty("schema");

    private static OpenApiDocument? Load()
    {
        var path = Environment.GetEnvironmentVariable(Variable)
            ?? Path.Combine(Environment.GetEnvironmentVariable("PAPERCHAT_SHARED") ?? Path.Combine(RepositoryFolder.Path, "..", "shared"), "data", "qdrant-openapi-1.19.json");
        if (!File.Exists(path))
        {
            return null;
        }

        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        return new OpenApiDocument(document.RootElement.Clone());
    }

    private string? Check(JsonElement value, JsonElement schema, string at)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            return Check(value, Resolve(reference.GetString()!), at);
        }

        if (value.ValueKind == JsonValueKind.Null)
        {
            return AllowsNull(schema) ? null : $"{at} is null";
        }

        foreach (var name in (string[])["anyOf", "oneOf"])
        {
            if (schema.TryGetProperty(name, out var choices))
            {
                string[] problems = [.. choices.EnumerateArray().Select(c => Check(value, c, at) ?? "")];
                return problems.Contains("") ? null : $"{at} is none of: {string.Join(" | ", problems.Distinct())}";
            }
        }

        if (schema.TryGetProperty("enum", out var allowed))
        {
            return allowed.EnumerateArray().Any(a => a.ValueKind == value.ValueKind && a.ToString() == value.ToString()) ? null : $"{at} is {value}, none of {allowed}";
        }

        return !schema.TryGetProperty("type", out var type) ? null : type.GetString() switch
        {
            "object" => value.ValueKind == JsonValueKind.Object ? CheckObject(value, schema, at) : $"{at} is no object",
            "array" => value.ValueKind == JsonValueKind.Array ? CheckArray(value, schema, at) : $"{at} is no array",
            "string" => value.ValueKind == JsonValueKind.String ? CheckText(value, schema, at) : $"{at} is no text",
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False ? null : $"{at} is not true or false",
            "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _) ? CheckRange(value, schema, at) : $"{at} is no whole number",
            "number" => value.ValueKind == JsonValueKind.Number ? CheckRange(value, schema, at) : $"{at} is no number",
            _ => null,
        };
    }

    private JsonElement Resolve(string reference)
    {
        var element = _root;
        foreach (var part in reference[2..].Split('/'))
        {
            element = element.GetProperty(part);
        }

        return element;
    }

    private bool AllowsNull(JsonElement schema) =>
        (schema.TryGetProperty("nullable", out var nullable) && nullable.GetBoolean())
        || (schema.TryGetProperty("$ref", out var reference) && AllowsNull(Resolve(reference.GetString()!)))
        || (schema.TryGetProperty("anyOf", out var choices) && choices.EnumerateArray().Any(AllowsNull));

    private string? CheckObject(JsonElement value, JsonElement schema, string at)
    {
        if (schema.TryGetProperty("required", out var required)
            && required.EnumerateArray().FirstOrDefault(r => !value.TryGetProperty(r.GetString()!, out _)) is { ValueKind: JsonValueKind.String } missing)
        {
            return $"{at}.{missing} is missing";
        }

        var hasProperties = schema.TryGetProperty("properties", out var properties);
        var hasMore = schema.TryGetProperty("additionalProperties", out var more) && more.ValueKind != JsonValueKind.False;
        foreach (var member in value.EnumerateObject())
        {
            var problem = hasProperties && properties.TryGetProperty(member.Name, out var known) ? Check(member.Value, known, $"{at}.{member.Name}")
                : hasMore ? (more.ValueKind == JsonValueKind.Object ? Check(member.Value, more, $"{at}.{member.Name}") : null)
                : $"{at}.{member.Name} is not known";
            if (problem is not null)
            {
                return problem;
            }
        }

        return null;
    }

    private string? CheckArray(JsonElement value, JsonElement schema, string at)
    {
        if (schema.TryGetProperty("uniqueItems", out var unique) && unique.GetBoolean()
            && value.EnumerateArray().Select(v => v.ToString()).Distinct().Count() != value.GetArrayLength())
        {
            return $"{at} holds something twice";
        }

        return schema.TryGetProperty("items", out var items)
            ? value.EnumerateArray().Select((v, i) => Check(v, items, $"{at}[{i}]")).FirstOrDefault(p => p is not null)
            : null;
    }

    private static string? CheckText(JsonElement value, JsonElement schema, string at) =>
        schema.TryGetProperty("format", out var format) && format.GetString() == "uuid" && !value.TryGetGuid(out _) ? $"{at} is no UUID" : null;

    private static string? CheckRange(JsonElement value, JsonElement schema, string at) =>
        (schema.TryGetProperty("minimum", out var least) && value.GetDouble() < least.GetDouble())
        || (schema.TryGetProperty("maximum", out var most) && value.GetDouble() > most.GetDouble())
            ? $"{at} is {value}, out of range"
            : null;
}
