using Microsoft.Extensions.AI;

namespace PaperChat.Models.Remote;

/// <summary>
/// Remembers the vectors of the last texts by model and text, and asks for each text once, however often it occurs. Thread-safe; two
/// concurrent calls may both ask for the same text.
/// </summary>
public sealed class CachingEmbeddingGenerator(IEmbeddingGenerator<string, Embedding<float>> inner, int capacity)
    : DelegatingEmbeddingGenerator<string, Embedding<float>>(inner)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Model, int? Dimensions, string Text), LinkedListNode<Entry>> _known = [];

    // The least recently used comes first.
    private readonly LinkedList<Entry> _order = new();

    public override async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var model = options?.ModelId ?? this.Name();
        (string, int?, string)[] keys = [.. values.Select(v => (model, options?.Dimensions, v))];
        var found = new Dictionary<(string, int?, string), Embedding<float>>();
        foreach (var key in keys)
        {
            if (Find(key) is { } vector)
            {
                found[key] = vector;
            }
        }

        (string Model, int? Dimensions, string Text)[] missing = [.. keys.Where(k => !found.ContainsKey(k)).Distinct()];
        UsageDetails? usage = null;
        if (missing.Length > 0)
        {
            var made = await base.GenerateAsync(missing.Select(k => k.Text), options, cancellationToken);
            usage = made.Usage;
            foreach (var (key, vector) in missing.Zip(made))
            {
                found[key] = vector;
                Keep(key, vector);
            }
        }

        return new GeneratedEmbeddings<Embedding<float>>(keys.Select(k => found[k])) { Usage = usage };
    }

    private Embedding<float>? Find((string, int?, string) key)
    {
        lock (_gate)
        {
            if (!_known.TryGetValue(key, out var node))
            {
                return null;
            }

            _order.Remove(node);
            _order.AddLast(node);
            return node.Value.Vector;
        }
    }

    private void Keep((string, int?, string) key, Embedding<float> vector)
    {
        lock (_gate)
        {
            if (_known.ContainsKey(key))
            {
                return;
            }

            _known[key] = _order.AddLast(new Entry(key, vector));
            if (_known.Count > capacity)
            {
                _known.Remove(_order.First!.Value.Key);
                _order.RemoveFirst();
            }
        }
    }

    private sealed record Entry((string, int?, string) Key, Embedding<float> Vector);
}
