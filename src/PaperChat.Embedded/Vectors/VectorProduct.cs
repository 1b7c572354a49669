using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PaperChat.Embedded.Vectors;

/// <summary>Products of float vectors with int8 rows.</summary>
internal static class VectorProduct
{
    /// <summary>The product of a padded query and a row, both of length 1 but for rounding: their cosine.</summary>
    public static float Of(ReadOnlySpan<float> query, ReadOnlySpan<byte> row) => Sum(query, QuantizedRow.ValuesOf(row)) * QuantizedRow.ScaleOf(row);

    // Both lengths are the same multiple of 64.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Sum(ReadOnlySpan<float> query, ReadOnlySpan<sbyte> values)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(values.Length, query.Length);
        ref var q = ref MemoryMarshal.GetReference(query);
        ref var v = ref MemoryMarshal.GetReference(values);
        var (a, b, c, d) = (Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero);
        for (nuint i = 0; i < (nuint)query.Length; i += 32)
        {
            var (low, high) = Vector256.Widen(Vector256.LoadUnsafe(ref v, i));
            var (first, second) = Vector256.Widen(low);
            var (third, fourth) = Vector256.Widen(high);
            a = Vector256.FusedMultiplyAdd(Vector256.ConvertToSingle(first), Vector256.LoadUnsafe(ref q, i), a);
            b = Vector256.FusedMultiplyAdd(Vector256.ConvertToSingle(second), Vector256.LoadUnsafe(ref q, i + 8), b);
            c = Vector256.FusedMultiplyAdd(Vector256.ConvertToSingle(third), Vector256.LoadUnsafe(ref q, i + 16), c);
            d = Vector256.FusedMultiplyAdd(Vector256.ConvertToSingle(fourth), Vector256.LoadUnsafe(ref q, i + 24), d);
        }

        return Vector256.Sum((a + b) + (c + d));
    }
}
