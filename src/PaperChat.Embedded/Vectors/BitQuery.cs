using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PaperChat.Embedded.Vectors;

/// <summary>
/// A query vector in four bits a dimension, as planes of bits, so that its product with sign bits is a count of common bits:
/// plane 0 counts once, 1 twice, 2 four times, and 3 minus eight times (two's complement). Of vectors of the same length, those of a
/// large product are near the query (compare RaBitQ, Gao and Long 2024; learned dimensions need no rotation).
/// </summary>
internal sealed class BitQuery
{
    private const int Planes = 4;
    private const int Largest = 7;

    // The planes of the first 64 dimensions, then those of the next.
    private readonly ulong[] _planes;
    private readonly int _words;
    private readonly int _least;

    public BitQuery(ReadOnlySpan<float> query)
    {
        _words = (query.Length + 63) / 64;
        _planes = new ulong[Planes * _words];
        var step = Math.Abs(TensorPrimitives.MaxMagnitude(query)) / Largest;
        for (var i = 0; i < query.Length; i++)
        {
            var value = (int)MathF.Round(query[i] / step);
            _least += Math.Min(0, value);
            MostCommon += Math.Abs(value);
            for (var plane = 0; plane < Planes; plane++)
            {
                _planes[(i / 64 * Planes) + plane] |= (ulong)((value >> plane) & 1) << (i % 64);
            }
        }
    }

    /// <summary>The largest product there can be; the smallest is 0.</summary>
    public int MostCommon { get; }

    /// <summary>Takes the product of the query with each row, and counts how often each product occurs.</summary>
    /// <param name="signs">The sign bits of all rows.</param>
    /// <param name="allowed">The rows that may be found; null for all. Others have the product 0 and are not counted.</param>
    /// <param name="products">One a row, overwritten.</param>
    /// <param name="counts">One a product, added to.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Multiply(ReadOnlySpan<ulong> signs, Index.Bits? allowed, Span<ushort> products, Span<int> counts)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(signs.Length, products.Length * _words);
        ref var word = ref MemoryMarshal.GetReference(signs);
        for (var row = 0; row < products.Length; row++)
        {
            var product = 0;
            if (allowed is null || allowed[row])
            {
                product = Product(ref word);
                counts[product]++;
            }

            products[row] = (ushort)product;
            word = ref Unsafe.Add(ref word, _words);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Product(ref ulong signs)
    {
        // Four sums side by side: one would wait for itself.
        ulong ones = 0, twos = 0, fours = 0, eights = 0;
        ref var plane = ref MemoryMarshal.GetArrayDataReference(_planes);
        for (var i = 0; i < _words; i++)
        {
            var word = Unsafe.Add(ref signs, i);
            ones += (ulong)BitOperations.PopCount(word & plane);
            twos += (ulong)BitOperations.PopCount(word & Unsafe.Add(ref plane, 1));
            fours += (ulong)BitOperations.PopCount(word & Unsafe.Add(ref plane, 2));
            eights += (ulong)BitOperations.PopCount(word & Unsafe.Add(ref plane, 3));
            plane = ref Unsafe.Add(ref plane, Planes);
        }

        return (int)(ones + (twos << 1) + (fours << 2)) - (int)(eights << 3) - _least;
    }
}
