using System.Text.Json;

namespace PaperChat.Qdrant.Transport;

/// <summary>Filters as the REST API takes them.</summary>
internal static class RestFilters
{
    public static void Write(Utf8JsonWriter json, PointFilter filter)
    {
        json.WriteStartObject();
        WriteAll(json, "must", filter.Must);
        WriteAll(json, "should", filter.Should);
        WriteAll(json, "must_not", filter.MustNot);
        json.WriteEndObject();
    }

    public static bool IsEmpty(PointFilter filter) => filter.Must.Count + filter.Should.Count + filter.MustNot.Count == 0;

    private static void WriteAll(Utf8JsonWriter json, string name, IReadOnlyList<PointCondition> conditions)
    {
        if (conditions.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var condition in conditions)
        {
            WriteCondition(json, condition);
        }

        json.WriteEndArray();
    }

    private static void WriteCondition(Utf8JsonWriter json, PointCondition condition)
    {
        if (condition is PointCondition.Group group)
        {
            Write(json, group.Filter);
            return;
        }

        json.WriteStartObject();
        switch (condition)
        {
            case PointCondition.Value(var key, var text):
                WriteMatch(json, key, "value", () => json.WriteStringValue(text));
                break;
            case PointCondition.Words(var key, var text):
                WriteMatch(json, key, "text", () => json.WriteStringValue(text));
                break;
            case PointCondition.Any(var key, var texts):
                WriteMatch(json, key, "any", () => WriteTexts(json, texts));
                break;
            case PointCondition.Range range:
                WriteRange(json, range);
                break;
            case PointCondition.Nested(var key, var filter):
                json.WriteStartObject("nested");
                json.WriteString("key", key);
                json.WritePropertyName("filter");
                Write(json, filter);
                json.WriteEndObject();
                break;
        }

        json.WriteEndObject();
    }

    private static void WriteMatch(Utf8JsonWriter json, string key, string kind, Action value)
    {
        json.WriteString("key", key);
        json.WriteStartObject("match");
        json.WritePropertyName(kind);
        value();
        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, IReadOnlyList<string> texts)
    {
        json.WriteStartArray();
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static void WriteRange(Utf8JsonWriter json, PointCondition.Range range)
    {
        json.WriteString("key", range.Key);
        json.WriteStartObject("range");
        if (range.From is { } from)
        {
            json.WriteNumber("gte", from);
        }

        if (range.To is { } to)
        {
            json.WriteNumber("lte", to);
        }

        json.WriteEndObject();
    }
}
