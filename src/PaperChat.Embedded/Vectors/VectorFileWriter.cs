using PaperChat.Embedded.Index;

namespace PaperChat.Embedded.Vectors;

/// <summary>Writes a vector file from rows that can be read twice. Memory is that of the sign bits.</summary>
internal static class VectorFileWriter
{
    public static void Write(Stream stream, VectorFormat format, RowSource rows)
    {
        var signs = new byte[checked((int)SignBits.SizeOf(format.Rows, format.PaddedDimension))];
        for (var row = 0; row < format.Rows; row++)
        {
            SignBits.Write(QuantizedRow.ValuesOf(rows(row)), row, signs);
        }

        stream.Write(format.WriteHeader(Checksum.Of(signs)));
        stream.Write(signs);
        for (var row = 0; row < format.Rows; row++)
        {
            stream.Write(rows(row));
        }

        stream.Flush();

        // On the disk before the catalogue names it.
        (stream as FileStream)?.Flush(flushToDisk: true);
    }
}
