namespace PaperChat.Embedded.Index;

/// <summary>The lists of numbers that <see cref="ValueLists"/> wrote.</summary>
internal readonly ref struct ValueListReader(SegmentFile segment, SegmentSection first)
{
    private readonly ReadOnlySpan<int> _offsets = segment.Cast(first + 2);
    private readonly ReadOnlySpan<byte> _lists = segment.Section(first + 3);

    public List<int> Read(int value)
    {
        var list = new List<int>();
        var bytes = _lists[_offsets[value].._offsets[value + 1]];
        var number = 0;
        for (var at = 0; at < bytes.Length;)
        {
            number += (int)Varint.Read(bytes, ref at);
            list.Add(number);
        }

        return list;
    }
}
