using System.Text.Json;
using PaperChat.Qdrant.Points;

namespace PaperChat.Qdrant.Transport;

/// <summary>Collections as the REST API takes and tells them; nothing that came after version 1.12.</summary>
internal static class RestCollections
{
    // What the server takes when nothing is said.
    private const int UsualIndexingThreshold = 20_000;

    public static byte[] Create(QdrantOptions options, int? dimension) => RestConnection.Body(json =>
    {
        json.WriteStartObject();
        WriteVectors(json, options, dimension);
        WriteWords(json, options);
        WriteKnown(json, "shard_number", options.Shards);
        WriteKnown(json, "replication_factor", options.Replicas);
        WriteKnown(json, "write_consistency_factor", options.WriteConsistency);
        json.WriteBoolean("on_disk_payload", true);
        WriteGraph(json, options);
        json.WriteStartObject("optimizers_config");
        json.WriteNumber("memmap_threshold", options.MemmapThreshold);
        json.WriteNumber("indexing_threshold", IndexingThreshold(options));
        json.WriteEndObject();
        if (options.Quantize && dimension is not null)
        {
            WriteQuantization(json);
        }

        json.WriteEndObject();
    });

    public static byte[] ChangeThreshold(QdrantOptions options) => RestConnection.Body(json =>
    {
        json.WriteStartObject();
        json.WriteStartObject("optimizers_config");
        json.WriteNumber("indexing_threshold", IndexingThreshold(options));
        json.WriteEndObject();
        json.WriteEndObject();
    });

    public static int IndexingThreshold(QdrantOptions options) => options.BulkLoad ? 0 : UsualIndexingThreshold;

    public static byte[] Index(string key, IndexKind kind, QdrantOptions options) => RestConnection.Body(json =>
    {
        json.WriteStartObject();
        json.WriteString("field_name", key);
        if (kind != IndexKind.Words)
        {
            json.WriteString("field_schema", kind == IndexKind.Integer ? "integer" : "keyword");
        }
        else
        {
            json.WriteStartObject("field_schema");
            json.WriteString("type", "text");
            json.WriteString("tokenizer", "whitespace");
            json.WriteBoolean("lowercase", false);
            if (options.IndexOnDisk)
            {
                json.WriteBoolean("on_disk", true);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    });

    public static CollectionFacts Facts(JsonElement info)
    {
        var config = info.GetProperty("config");
        var parameters = config.GetProperty("params");
        return new CollectionFacts(
            DimensionOf(parameters),
            parameters.TryGetProperty("sparse_vectors", out var sparse) && sparse.ValueKind == JsonValueKind.Object
                && sparse.TryGetProperty(PointKeys.Words, out var words) && words.TryGetProperty("modifier", out var modifier) && modifier.GetString() == "idf",
            info.GetProperty("payload_schema").EnumerateObject().Select(p => p.Name).ToHashSet(StringComparer.Ordinal),
            info.TryGetProperty("points_count", out var points) && points.ValueKind == JsonValueKind.Number ? points.GetInt64() : 0,
            ThresholdOf(config));
    }

    private static int? DimensionOf(JsonElement parameters) =>
        parameters.TryGetProperty("vectors", out var vectors) && vectors.ValueKind == JsonValueKind.Object
        && vectors.TryGetProperty(PointKeys.Meaning, out var meaning) && meaning.TryGetProperty("size", out var size)
            ? size.GetInt32()
            : null;

    private static long ThresholdOf(JsonElement config) =>
        config.TryGetProperty("optimizer_config", out var optimizer) && optimizer.TryGetProperty("indexing_threshold", out var threshold)
        && threshold.ValueKind == JsonValueKind.Number
            ? threshold.GetInt64()
            : UsualIndexingThreshold;

    private static void WriteVectors(Utf8JsonWriter json, QdrantOptions options, int? dimension)
    {
        json.WriteStartObject("vectors");
        if (dimension is { } size)
        {
            json.WriteStartObject(PointKeys.Meaning);
            json.WriteNumber("size", size);
            json.WriteString("distance", "Cosine");
            if (options.VectorsOnDisk)
            {
                json.WriteBoolean("on_disk", true);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteWords(Utf8JsonWriter json, QdrantOptions options)
    {
        json.WriteStartObject("sparse_vectors");
        json.WriteStartObject(PointKeys.Words);
        json.WriteString("modifier", "idf");
        if (options.IndexOnDisk)
        {
            json.WriteStartObject("index");
            json.WriteBoolean("on_disk", true);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteGraph(Utf8JsonWriter json, QdrantOptions options)
    {
        if (options.HnswLinks is null && options.HnswConstruction is null)
        {
            return;
        }

        json.WriteStartObject("hnsw_config");
        WriteKnown(json, "m", options.HnswLinks);
        WriteKnown(json, "ef_construct", options.HnswConstruction);
        json.WriteEndObject();
    }

    private static void WriteQuantization(Utf8JsonWriter json)
    {
        json.WriteStartObject("quantization_config");
        json.WriteStartObject("scalar");
        json.WriteString("type", "int8");
        json.WriteNumber("quantile", 0.99);
        json.WriteBoolean("always_ram", true);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteKnown(Utf8JsonWriter json, string key, int? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(key, number);
        }
    }
}
