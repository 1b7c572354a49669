namespace PaperChat.Embedded.Index;

/// <summary>
/// Many growing streams of bytes in a few large arrays, so that a segment in the making is no burden for the garbage collector.
/// A stream is a chain of slices, each twice as long as the one before up to a limit; the last four bytes of a full slice are the
/// address of the next.
/// </summary>
internal sealed class ByteArena
{
    private const int SlabBits = 18;
    private const int SlabSize = 1 << SlabBits;
    private const int FirstSlice = 16;
    private const int LongestSlice = 2048;
    private const int AddressSize = sizeof(int);

    private readonly List<byte[]> _slabs = [];
    private int _next;

    public ByteStream Start()
    {
        var address = Allocate(FirstSlice);
        return new ByteStream { First = address, At = address, End = address + FirstSlice - AddressSize, SliceSize = FirstSlice };
    }

    /// <summary>Seven bits a byte, the lowest first; the eighth bit says that more follow (LEB128).</summary>
    public void WriteVarint(ref ByteStream stream, uint value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            WriteByte(ref stream, (byte)(value | 0x80));
        }

        WriteByte(ref stream, (byte)value);
    }

    /// <summary>Appends all of a stream to a buffer.</summary>
    public void CopyTo(in ByteStream stream, ByteBuffer buffer)
    {
        var address = stream.First;
        for (var size = FirstSlice; ; size = Math.Min(size * 2, LongestSlice))
        {
            var slab = _slabs[address >> SlabBits].AsSpan(address & (SlabSize - 1));
            if (address + size - AddressSize == stream.End)
            {
                buffer.WriteBytes(slab[..(stream.At - address)]);
                return;
            }

            buffer.WriteBytes(slab[..(size - AddressSize)]);
            address = BitConverter.ToInt32(slab[(size - AddressSize)..]);
        }
    }

    private void WriteByte(ref ByteStream stream, byte value)
    {
        if (stream.At == stream.End)
        {
            Grow(ref stream);
        }

        _slabs[stream.At >> SlabBits][stream.At & (SlabSize - 1)] = value;
        stream.At++;
    }

    private void Grow(ref ByteStream stream)
    {
        stream.SliceSize = Math.Min(stream.SliceSize * 2, LongestSlice);
        var address = Allocate(stream.SliceSize);
        BitConverter.TryWriteBytes(_slabs[stream.End >> SlabBits].AsSpan(stream.End & (SlabSize - 1)), address);
        stream.At = address;
        stream.End = address + stream.SliceSize - AddressSize;
    }

    // A slice lies within one slab.
    private int Allocate(int size)
    {
        if (_slabs.Count == 0 || (_next & (SlabSize - 1)) + size > SlabSize || _next == _slabs.Count * SlabSize)
        {
            _next = _slabs.Count * SlabSize;
            _slabs.Add(new byte[SlabSize]);
        }

        var address = _next;
        _next += size;
        return address;
    }
}
