using System.Text.Json;
using PaperChat.Qdrant.Points;

namespace PaperChat.Qdrant.Transport;

/// <summary>Queries as the REST API takes them, and its lists of points.</summary>
internal sealed class RestQueries(QdrantOptions options)
{
    // A byte a number loses some of the nearest: twice as many are looked at, and compared again exactly.
    private const double Oversampling = 2;

    public byte[] Batch(IReadOnlyList<PointQuery> queries) => RestConnection.Body(json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("searches");
        foreach (var query in queries)
        {
            json.WriteStartObject();
            WriteRanking(json, query);
            WritePayload(json, query.Keys);
            if (query.WithVector)
            {
                json.WriteStartArray("with_vector");
                json.WriteStringValue(PointKeys.Meaning);
                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    public static IReadOnlyList<FoundPoint> Points(JsonElement points) => [.. points.EnumerateArray().Select(Point)];

    public static void WritePayload(Utf8JsonWriter json, IReadOnlyList<string>? keys)
    {
        json.WritePropertyName("with_payload");
        if (keys is null || keys.Count == 0)
        {
            json.WriteBooleanValue(keys is null);
            return;
        }

        json.WriteStartObject();
        json.WriteStartArray("include");
        foreach (var key in keys)
        {
            json.WriteStringValue(key);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteRanking(Utf8JsonWriter json, PointQuery query)
    {
        if (query.Of is { } others)
        {
            json.WriteStartObject("prefetch");
            WriteRanking(json, others);
            json.WriteEndObject();
        }

        json.WritePropertyName("query");
        switch (query)
        {
            case PointQuery.Near near:
                PointSerializer.WriteNumbers(json, near.Vector);
                json.WriteString("using", PointKeys.Meaning);
                WriteParameters(json);
                break;
            case PointQuery.Weighted weighted:
                WriteWords(json, weighted);
                json.WriteString("using", PointKeys.Words);
                break;
            case PointQuery.Ordered ordered:
                WriteOrder(json, ordered);
                break;
        }

        if (!RestFilters.IsEmpty(query.Filter))
        {
            json.WritePropertyName("filter");
            RestFilters.Write(json, query.Filter);
        }

        json.WriteNumber("limit", query.Limit);
    }

    private static void WriteWords(Utf8JsonWriter json, PointQuery.Weighted weighted)
    {
        json.WriteStartObject();
        json.WriteStartArray("indices");
        foreach (var (id, _) in weighted.Words)
        {
            json.WriteNumberValue(id);
        }

        json.WriteEndArray();
        json.WriteStartArray("values");
        foreach (var (_, weight) in weighted.Words)
        {
            json.WriteNumberValue(weight);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteOrder(Utf8JsonWriter json, PointQuery.Ordered ordered)
    {
        json.WriteStartObject();
        json.WriteStartObject("order_by");
        json.WriteString("key", ordered.Key);
        json.WriteString("direction", ordered.Descending ? "desc" : "asc");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteParameters(Utf8JsonWriter json)
    {
        json.WriteStartObject("params");
        json.WriteNumber("hnsw_ef", options.HnswSearch);
        json.WriteStartObject("quantization");
        json.WriteBoolean("rescore", true);
        json.WriteNumber("oversampling", Oversampling);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static FoundPoint Point(JsonElement point) => new(
        Guid.Parse(point.GetProperty("id").GetString()!),
        point.TryGetProperty("payload", out var payload) ? payload : default,
        point.TryGetProperty("score", out var score) ? score.GetDouble() : 0,
        VectorOf(point));

    private static ReadOnlyMemory<float>? VectorOf(JsonElement point) =>
        point.TryGetProperty("vector", out var vectors) && vectors.ValueKind == JsonValueKind.Object && vectors.TryGetProperty(PointKeys.Meaning, out var vector)
            ? (ReadOnlyMemory<float>?)vector.EnumerateArray().Select(v => v.GetSingle()).ToArray()
            : null;
}
