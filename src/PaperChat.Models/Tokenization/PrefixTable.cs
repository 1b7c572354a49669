using System.Numerics;
using PaperChat.Models.Static;

namespace PaperChat.Models.Tokenization;

/// <summary>Finds all tokens that begin a text: a tree of their letters, whose edges lie in one open-addressed hash table.</summary>
internal sealed class PrefixTable
{
    private readonly List<int> _ids = [-1];
    private ulong[] _edges = new ulong[1024];
    private int[] _targets = new int[1024];

    public PrefixTable(IEnumerable<KeyValuePair<string, int>> tokens)
    {
        foreach (var (token, id) in tokens)
        {
            var node = 0;
            foreach (var letter in token)
            {
                node = Child(node, letter) is var child and > 0 ? child : AddChild(node, letter);
            }

            _ids[node] = node == 0 ? -1 : id;
        }
    }

    /// <summary>The tokens that <paramref name="text"/> begins with, shortest first.</summary>
    public Enumerator Of(ReadOnlySpan<char> text) => new(this, text);

    // Zero is the root, which is nobody's child: no such edge.
    private int Child(int node, char letter)
    {
        var edge = EdgeOf(node, letter);
        var slot = SlotOf(edge);
        while (_edges[slot] != edge)
        {
            if (_edges[slot] == 0)
            {
                return 0;
            }

            slot = (slot + 1) & (_edges.Length - 1);
        }

        return _targets[slot];
    }

    private int AddChild(int node, char letter)
    {
        if (_ids.Count * 5L > _edges.Length * 3L)
        {
            Grow();
        }

        var child = _ids.Count;
        _ids.Add(-1);
        Insert(EdgeOf(node, letter), child);
        return child;
    }

    private void Insert(ulong edge, int target)
    {
        var slot = SlotOf(edge);
        while (_edges[slot] != 0)
        {
            slot = (slot + 1) & (_edges.Length - 1);
        }

        _edges[slot] = edge;
        _targets[slot] = target;
    }

    private void Grow()
    {
        var (edges, targets) = (_edges, _targets);
        _edges = new ulong[edges.Length * 2];
        _targets = new int[edges.Length * 2];
        for (var i = 0; i < edges.Length; i++)
        {
            if (edges[i] != 0)
            {
                Insert(edges[i], targets[i]);
            }
        }
    }

    // One is added so that no edge is zero, which marks an empty slot.
    private static ulong EdgeOf(int node, char letter) => (((ulong)node << 16) | letter) + 1;

    private int SlotOf(ulong edge) => (int)(TokenHash.Mix(edge) >> (64 - BitOperations.Log2((uint)_edges.Length)));

    public ref struct Enumerator(PrefixTable table, ReadOnlySpan<char> text)
    {
        private readonly ReadOnlySpan<char> _text = text;
        private int _node;

        public int Length { get; private set; }

        public int Id { get; private set; }

        public bool MoveNext()
        {
            while (Length < _text.Length)
            {
                _node = table.Child(_node, _text[Length]);
                if (_node == 0)
                {
                    return false;
                }

                Length++;
                Id = table._ids[_node];
                if (Id >= 0)
                {
                    return true;
                }
            }

            return false;
        }
    }
}
