using System.Runtime.InteropServices;
using System.Text;

namespace PaperChat.Embedded.Index;

/// <summary>A list of texts in a segment.</summary>
internal readonly ref struct TextTableReader(ReadOnlySpan<byte> offsets, ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<int> _offsets = MemoryMarshal.Cast<byte, int>(offsets);
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    public int Count => Math.Max(0, _offsets.Length - 1);

    public ReadOnlySpan<byte> Utf8(int index) => _bytes[_offsets[index].._offsets[index + 1]];

    public string Text(int index) => Encoding.UTF8.GetString(Utf8(index));

    /// <summary>Index of the first text of a sorted table that is not below another.</summary>
    public int LowerBound(ReadOnlySpan<byte> text) => Find(text) is >= 0 and var index ? index : ~Find(text);

    /// <summary>Index of a text in a sorted table; below 0 when it is not there.</summary>
    public int Find(ReadOnlySpan<byte> text)
    {
        var low = 0;
        var high = Count - 1;
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = Utf8(middle).SequenceCompareTo(text);
            if (order == 0)
            {
                return middle;
            }

            if (order < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return ~low;
    }
}
