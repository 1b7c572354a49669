namespace PaperChat.Models.Static;

/// <summary>The distinct rows that one text hits, in the order of their first hit. Reused from text to text; of one thread.</summary>
internal sealed class HitRows(int rows)
{
    private readonly ulong[] _seen = new ulong[(rows + 63) / 64];
    private int[] _list = new int[512];
    private int _count;

    public ReadOnlySpan<int> Rows => _list.AsSpan(0, _count);

    public void Add(int row)
    {
        ref var word = ref _seen[row >> 6];
        var bit = 1ul << (row & 63);
        if ((word & bit) != 0)
        {
            return;
        }

        word |= bit;
        if (_count == _list.Length)
        {
            Array.Resize(ref _list, _count * 2);
        }

        _list[_count++] = row;
    }

    public void Clear()
    {
        foreach (var row in Rows)
        {
            _seen[row >> 6] = 0;
        }

        _count = 0;
    }
}
