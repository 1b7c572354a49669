using System.Buffers.Binary;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PaperChat.Qdrant.Tests.Server;

/// <summary>One collection in memory: points in the order of their ids, an inverted index of the sparse vectors. Calls are locked by the server.</summary>
internal sealed class ServerCollection
{
    private readonly Dictionary<Guid, ServerPoint> _points = [];
    private readonly Dictionary<uint, Dictionary<Guid, float>> _postings = [];
    private readonly Dictionary<string, (string Type, JsonNode? Params)> _indexes = new(StringComparer.Ordinal);
    private ServerPoint[]? _ordered;
    private long _operations;

    public ServerCollection(JsonElement created)
    {
        Created = JsonNode.Parse(created.GetRawText())!.AsObject();
        Dimension = created.TryGetProperty("vectors", out var vectors) && vectors.TryGetProperty("meaning", out var meaning) ? meaning.GetProperty("size").GetInt32() : null;
        HasWords = created.TryGetProperty("sparse_vectors", out var sparse) && sparse.TryGetProperty("words", out var words)
            && words.GetProperty("modifier").GetString() == "idf";
    }

    /// <summary>What the collection was made with; a change of it is merged in.</summary>
    public JsonObject Created { get; }

    public int? Dimension { get; }

    public bool HasWords { get; }

    public int Count => _points.Count;

    public int WithWords { get; private set; }

    public IReadOnlyDictionary<string, (string Type, JsonNode? Params)> Indexes => _indexes;

    /// <summary>By id as the server orders them: the bytes of the UUID.</summary>
    public ServerPoint[] Ordered => _ordered ??= [.. _points.Values.OrderBy(p => Order(p.Id))];

    public ServerPoint? Find(Guid id) => _points.GetValueOrDefault(id);

    public IReadOnlyDictionary<Guid, float> Postings(uint term) => _postings.GetValueOrDefault(term) ?? [];

    public static UInt128 Order(Guid id) => BinaryPrimitives.ReadUInt128BigEndian(id.ToByteArray(bigEndian: true));

    public void RequireIndex(string key, string type)
    {
        if (!_indexes.TryGetValue(key, out var index) || index.Type != type)
        {
            throw ServerFailure.Unindexed(key, type);
        }
    }

    public void AddIndex(JsonElement request)
    {
        var schema = request.GetProperty("field_schema");
        var isPlain = schema.ValueKind == JsonValueKind.String;
        _indexes[request.GetProperty("field_name").GetString()!] = isPlain
            ? (schema.GetString()!, null)
            : (schema.GetProperty("type").GetString()!, JsonNode.Parse(schema.GetRawText()));
    }

    public long Upsert(IEnumerable<JsonElement> points)
    {
        // All of a request or nothing: what is wrong with one point is found before any is written.
        foreach (var point in points.Select(Read).ToArray())
        {
            Remove(point.Id);
            _points[point.Id] = point;
            WithWords += point.Sparse is null ? 0 : 1;
            foreach (var (term, weight) in point.Sparse ?? [])
            {
                (_postings.TryGetValue(term, out var list) ? list : _postings[term] = [])[point.Id] = weight;
            }
        }

        return Changed();
    }

    public long Delete(IEnumerable<Guid> ids)
    {
        foreach (var id in ids)
        {
            Remove(id);
        }

        return Changed();
    }

    public long Change(IEnumerable<Guid> ids, Action<JsonObject> change)
    {
        foreach (var id in ids)
        {
            Find(id)?.Change(change);
        }

        return Changed();
    }

    private long Changed()
    {
        _ordered = null;
        return _operations++;
    }

    private void Remove(Guid id)
    {
        if (!_points.Remove(id, out var point))
        {
            return;
        }

        WithWords -= point.Sparse is null ? 0 : 1;
        foreach (var term in point.Sparse?.Keys ?? Enumerable.Empty<uint>())
        {
            _postings[term].Remove(id);
        }
    }

    private ServerPoint Read(JsonElement point)
    {
        float[]? dense = null;
        Dictionary<uint, float>? sparse = null;
        foreach (var vector in point.GetProperty("vector").EnumerateObject())
        {
            switch (vector.Name)
            {
                case "meaning" when Dimension is { } size:
                    dense = Normalized([.. vector.Value.EnumerateArray().Select(v => v.GetSingle())], size);
                    break;
                case "words" when HasWords:
                    sparse = Sparse(vector.Value);
                    break;
                default:
                    throw ServerFailure.BadInput($"Not existing vector name error: {vector.Name}");
            }
        }

        return new ServerPoint(point.GetProperty("id").GetGuid(), dense, sparse, JsonNode.Parse(point.GetProperty("payload").GetRawText())!.AsObject());
    }

    public static float[] Normalized(float[] vector, int size)
    {
        if (vector.Length != size)
        {
            throw ServerFailure.BadInput($"Vector dimension error: expected dim: {size}, got {vector.Length}");
        }

        var length = MathF.Sqrt(vector.Sum(v => v * v));
        return length < 1e-6f ? vector : [.. vector.Select(v => v / length)];
    }

    public static Dictionary<uint, float> Sparse(JsonElement vector)
    {
        var ids = vector.GetProperty("indices").EnumerateArray().Select(i => i.GetUInt32()).ToArray();
        var values = vector.GetProperty("values").EnumerateArray().Select(i => i.GetSingle()).ToArray();
        if (ids.Length != values.Length || ids.Distinct().Count() != ids.Length || ids.Length == 0)
        {
            throw new ServerFailure(422, "Validation error in JSON body: [values: must be the same length as indices] [indices: must be unique, and some]");
        }

        return ids.Zip(values).ToDictionary(p => p.First, p => p.Second);
    }
}
