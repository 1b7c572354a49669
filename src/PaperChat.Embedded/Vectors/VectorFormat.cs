using System.Buffers.Binary;
using PaperChat.Embedded.Index;

namespace PaperChat.Embedded.Vectors;

/// <summary>
/// The shape of a vector file: the vectors of one segment's documents, in the order of the documents. Little-endian, in this order:
/// a header of 64 bytes (magic, format version, dimension, number of rows, CRC-32C of the sign bits, CRC-32C of the header before
/// it); for the prefilter the sign bits of all rows, see <see cref="SignBits"/>; then the rows.
/// </summary>
/// <remarks>
/// A row is a float32 scale, a CRC-32C of scale and values, and one int8 a dimension, padded with zeros to <see cref="RowStride"/>.
/// A value is its int8 times the scale; a row of zeros stands for a text that the model knows nothing of.
/// </remarks>
internal readonly record struct VectorFormat(int Dimension, int Rows)
{
    public const int HeaderSize = 64;
    public const int ValuesAt = 8;

    private const uint Version = 2;
    private const int ChecksumAt = HeaderSize - 4;

    /// <summary>The dimension as it lies in a row: a multiple of 64, so that loops over vectors of registers have no rest.</summary>
    public int PaddedDimension => (Dimension + 63) / 64 * 64;

    public int RowStride => ValuesAt + PaddedDimension;

    public long RowsAt => HeaderSize + SignBits.SizeOf(Rows, PaddedDimension);

    public long FileSize => RowsAt + ((long)Rows * RowStride);

    private static ReadOnlySpan<byte> Magic => "PCVEC\r\n\0"u8;

    /// <param name="checksum">The CRC-32C of the sign bits.</param>
    public byte[] WriteHeader(uint checksum)
    {
        var header = new byte[HeaderSize];
        Magic.CopyTo(header);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(8), Version);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(12), Dimension);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(16), Rows);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(20), checksum);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(ChecksumAt), Checksum.Of(header.AsSpan(0, ChecksumAt)));
        return header;
    }

    /// <summary>Reads a header; one that does not fit the file is an <see cref="InvalidDataException"/>.</summary>
    public static (VectorFormat Format, uint Checksum) ReadHeader(ReadOnlySpan<byte> header, long fileLength)
    {
        if (header.Length < HeaderSize || !header[..8].SequenceEqual(Magic))
        {
            throw new InvalidDataException("it is cut short or no vector file");
        }

        if (BinaryPrimitives.ReadUInt32LittleEndian(header[8..]) != Version)
        {
            throw new InvalidDataException("it has another format version");
        }

        if (BinaryPrimitives.ReadUInt32LittleEndian(header[ChecksumAt..]) != Checksum.Of(header[..ChecksumAt]))
        {
            throw new InvalidDataException("the checksum of its header does not match");
        }

        var format = new VectorFormat(BinaryPrimitives.ReadInt32LittleEndian(header[12..]), BinaryPrimitives.ReadInt32LittleEndian(header[16..]));
        return format is { Dimension: > 0, Rows: >= 0 } && format.FileSize == fileLength
            ? (format, BinaryPrimitives.ReadUInt32LittleEndian(header[20..]))
            : throw new InvalidDataException("it is cut short");
    }
}
