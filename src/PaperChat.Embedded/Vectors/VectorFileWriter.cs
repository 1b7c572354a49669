using System.Runtime.InteropServices;
using PaperChat.Embedded.Index;

namespace PaperChat.Embedded.Vectors;

/// <summary>Writes a vector file from rows that can be read twice. Memory is that of the sign bits.</summary>
internal static class VectorFileWriter
{
    public static void Write(Stream stream, VectorFormat format, RowSource rows)
    {
        var signs = new ulong[checked(format.Rows * format.WordsPerRow)];
        for (var row = 0; row < format.Rows; row++)
        {
            WriteSigns(QuantizedRow.ValuesOf(rows(row)), signs.AsSpan(row * format.WordsPerRow, format.WordsPerRow));
        }

        var bytes = MemoryMarshal.AsBytes(signs.AsSpan());
        stream.Write(format.WriteHeader(Checksum.Of(bytes)));
        stream.Write(bytes);
        for (var row = 0; row < format.Rows; row++)
        {
            stream.Write(rows(row));
        }

        stream.Flush();

        // On the disk before the catalogue names it.
        (stream as FileStream)?.Flush(flushToDisk: true);
    }

    private static void WriteSigns(ReadOnlySpan<sbyte> values, Span<ulong> signs)
    {
        for (var i = 0; i < values.Length; i++)
        {
            signs[i >> 6] |= values[i] > 0 ? 1UL << (i & 63) : 0;
        }
    }
}
