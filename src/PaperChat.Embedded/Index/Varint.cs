using System.Runtime.CompilerServices;

namespace PaperChat.Embedded.Index;

internal static class Varint
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Read(ReadOnlySpan<byte> bytes, ref int at)
    {
        uint value = bytes[at++];
        return value < 0x80 ? value : ReadLong(bytes, ref at, value);
    }

    private static uint ReadLong(ReadOnlySpan<byte> bytes, ref int at, uint value)
    {
        value &= 0x7F;
        for (var shift = 7; shift < 35; shift += 7)
        {
            uint next = bytes[at++];
            value |= (next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }

        throw new InvalidDataException("a number in the index does not end");
    }
}
