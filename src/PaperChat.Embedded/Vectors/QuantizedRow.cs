using System.Buffers.Binary;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using PaperChat.Embedded.Index;

namespace PaperChat.Embedded.Vectors;

/// <summary>Turns vectors into rows of a vector file and back, see <see cref="VectorFormat"/>.</summary>
internal static class QuantizedRow
{
    private const float Largest = 127;
    private const int MostOnStack = 1024;

    /// <param name="vector">Finite numbers, one a dimension.</param>
    /// <param name="row">A whole row, overwritten.</param>
    public static void Write(ReadOnlySpan<float> vector, Span<byte> row)
    {
        row.Clear();
        var scale = Math.Abs(TensorPrimitives.MaxMagnitude(vector)) / Largest;
        var values = MemoryMarshal.Cast<byte, sbyte>(row[VectorFormat.ValuesAt..]);
        if (scale > 0)
        {
            Span<float> scaled = vector.Length <= MostOnStack ? stackalloc float[vector.Length] : new float[vector.Length];
            TensorPrimitives.Divide(vector, scale, scaled);
            TensorPrimitives.Round(scaled, scaled);
            TensorPrimitives.ConvertSaturating<float, sbyte>(scaled, values);
        }

        BinaryPrimitives.WriteSingleLittleEndian(row, scale);
        BinaryPrimitives.WriteUInt32LittleEndian(row[4..], ChecksumOf(row));
    }

    public static float ScaleOf(ReadOnlySpan<byte> row) => BinaryPrimitives.ReadSingleLittleEndian(row);

    public static ReadOnlySpan<sbyte> ValuesOf(ReadOnlySpan<byte> row) => MemoryMarshal.Cast<byte, sbyte>(row[VectorFormat.ValuesAt..]);

    /// <summary>Writes the row's numbers, the padding too.</summary>
    /// <remarks>The general conversion of the framework is generic code that each process would compile anew.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Read(ReadOnlySpan<byte> row, Span<float> vector)
    {
        var values = ValuesOf(row);
        ArgumentOutOfRangeException.ThrowIfLessThan(vector.Length, values.Length);
        var scale = ScaleOf(row);
        for (var i = 0; i < values.Length; i++)
        {
            vector[i] = values[i] * scale;
        }
    }

    public static void Check(ReadOnlySpan<byte> row)
    {
        if (BinaryPrimitives.ReadUInt32LittleEndian(row[4..]) != ChecksumOf(row))
        {
            throw new InvalidDataException("the checksum of a vector does not match");
        }
    }

    private static uint ChecksumOf(ReadOnlySpan<byte> row) =>
        Checksum.Of(row[VectorFormat.ValuesAt..]) ^ BinaryPrimitives.ReadUInt32LittleEndian(row);
}
