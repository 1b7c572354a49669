using System.Diagnostics.CodeAnalysis;

namespace PaperChat.Chat.Desk;

/// <summary>The latest results by what was asked, each for a short while, so that a question that many ask is answered once. Thread-safe.</summary>
internal sealed class RecentResults<TKey, TValue>(int capacity, TimeSpan lifetime, TimeProvider time)
    where TKey : notnull
    where TValue : class
{
    private readonly Lock _gate = new();

    // Both hold the same entries, the oldest first in the list.
    private readonly Dictionary<TKey, LinkedListNode<Entry>> _byKey = [];
    private readonly LinkedList<Entry> _byAge = [];

    public bool TryGet(TKey key, [NotNullWhen(true)] out TValue? value)
    {
        lock (_gate)
        {
            value = _byKey.TryGetValue(key, out var node) && time.GetElapsedTime(node.Value.Made) < lifetime ? node.Value.Value : null;
            return value is not null;
        }
    }

    public void Add(TKey key, TValue value)
    {
        lock (_gate)
        {
            if (_byKey.Remove(key, out var old))
            {
                _byAge.Remove(old);
            }

            _byKey[key] = _byAge.AddLast(new Entry(key, value, time.GetTimestamp()));
            while (_byAge.First is { } oldest && (_byKey.Count > capacity || time.GetElapsedTime(oldest.Value.Made) >= lifetime))
            {
                _byAge.Remove(oldest);
                _byKey.Remove(oldest.Value.Key);
            }
        }
    }

    private sealed record Entry(TKey Key, TValue Value, long Made);
}
