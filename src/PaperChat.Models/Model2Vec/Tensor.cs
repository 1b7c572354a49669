using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace PaperChat.Models.Model2Vec;

/// <summary>One tensor of a safetensors file, in the type it is stored in; little-endian, rows one after the other.</summary>
internal sealed record Tensor(TensorType Type, int[] Shape, ReadOnlyMemory<byte> Data)
{
    public static int SizeOf(TensorType type) => type switch
    {
        TensorType.F64 or TensorType.I64 => 8,
        TensorType.F32 or TensorType.I32 => 4,
        TensorType.F16 => 2,
        _ => 1,
    };

    /// <summary>Writes elements from <paramref name="start"/> on as floats.</summary>
    public void CopyTo(long start, Span<float> destination)
    {
        var size = SizeOf(Type);
        var bytes = Data.Span.Slice(checked((int)(start * size)), destination.Length * size);
        switch (Type)
        {
            case TensorType.F32:
                MemoryMarshal.Cast<byte, float>(bytes).CopyTo(destination);
                break;
            case TensorType.F16:
                TensorPrimitives.ConvertToSingle(MemoryMarshal.Cast<byte, Half>(bytes), destination);
                break;
            case TensorType.F64:
                TensorPrimitives.ConvertTruncating(MemoryMarshal.Cast<byte, double>(bytes), destination);
                break;
            case TensorType.I8:
                TensorPrimitives.ConvertTruncating(MemoryMarshal.Cast<byte, sbyte>(bytes), destination);
                break;
            default:
                throw new FormatException($"a tensor of weights has the type {Type}");
        }
    }

    /// <summary>All elements as whole numbers.</summary>
    public int[] ToInts() => Type switch
    {
        TensorType.I32 => MemoryMarshal.Cast<byte, int>(Data.Span).ToArray(),
        TensorType.I64 => Array.ConvertAll(MemoryMarshal.Cast<byte, long>(Data.Span).ToArray(), value => checked((int)value)),
        _ => throw new FormatException($"a tensor of row numbers has the type {Type}"),
    };
}
