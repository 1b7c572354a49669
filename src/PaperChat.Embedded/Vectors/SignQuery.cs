using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace PaperChat.Embedded.Vectors;

/// <summary>
/// The product of a query with the signs of vectors: the sum of the query's numbers where a vector is above 0. Of vectors of the same
/// length, those of a large product are near the query (compare RaBitQ, Gao and Long 2024; learned dimensions need no rotation). The
/// sums of each four dimensions come from a table of 16 bytes in a register (André, Kermarrec, Le Scouarnec 2015).
/// </summary>
internal sealed class SignQuery
{
    private const int TableSize = 16;

    private readonly byte[] _tables;
    private readonly int _steps;

    /// <param name="query">The padded query, not all zeros.</param>
    public SignQuery(ReadOnlySpan<float> query)
    {
        _steps = SignBits.StepsOf(query.Length);
        var sums = new float[_steps * TableSize];
        var largest = 0f;
        for (var step = 0; step < _steps; step++)
        {
            var table = sums.AsSpan(step * TableSize, TableSize);
            Fill(query.Slice(step * SignBits.DimensionsPerStep, SignBits.DimensionsPerStep), table);
            largest = Math.Max(largest, table.ToArray().Max());
        }

        // One scale for all tables, so that sums of bytes compare; 64 tables of bytes fit 16 bits with room for four times the dimensions.
        var scale = Math.Min(byte.MaxValue, (float)ushort.MaxValue / _steps) / largest;
        _tables = [.. sums.Select(s => (byte)(s * scale))];
    }

    /// <summary>Writes one product a row; rows that are not allowed have 0, others at least 1.</summary>
    /// <param name="signs">Whole blocks of <see cref="SignBits"/>.</param>
    /// <param name="products">At least one for each row of the blocks, overwritten.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Multiply(ReadOnlySpan<byte> signs, Span<ushort> products)
    {
        var blockSize = _steps * SignBits.BytesPerStep;
        var blocks = signs.Length / blockSize;
        ArgumentOutOfRangeException.ThrowIfLessThan(products.Length, blocks * SignBits.RowsPerBlock);
        ref var bits = ref MemoryMarshal.GetReference(signs);
        ref var result = ref MemoryMarshal.GetReference(products);
        for (var block = 0; block < blocks; block++)
        {
            Multiply(ref Unsafe.Add(ref bits, block * blockSize), ref Unsafe.Add(ref result, block * SignBits.RowsPerBlock));
        }
    }

    // Two steps at a time, one in each half of a register.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Multiply(ref byte bits, ref ushort result)
    {
        ref var tables = ref MemoryMarshal.GetArrayDataReference(_tables);
        var lowBits = Vector256.Create((byte)0x0f);
        var lowBytes = Vector256.Create((ushort)0xff);
        var (first, second, third, fourth) = (Vector256<ushort>.Zero, Vector256<ushort>.Zero, Vector256<ushort>.Zero, Vector256<ushort>.Zero);
        for (nuint at = 0; at < (nuint)_tables.Length; at += 2 * TableSize)
        {
            var table = Vector256.LoadUnsafe(ref tables, at);
            var both = Vector256.LoadUnsafe(ref bits, at);
            var low = LookUp(table, both & lowBits).AsUInt16();
            var high = LookUp(table, Vector256.ShiftRightLogical(both.AsUInt16(), 4).AsByte() & lowBits).AsUInt16();
            first += low & lowBytes;
            second += Vector256.ShiftRightLogical(low, 8);
            third += high & lowBytes;
            fourth += Vector256.ShiftRightLogical(high, 8);
        }

        Fold(first).StoreUnsafe(ref result);
        Fold(second).StoreUnsafe(ref result, 8);
        Fold(third).StoreUnsafe(ref result, 16);
        Fold(fourth).StoreUnsafe(ref result, 24);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> LookUp(Vector256<byte> table, Vector256<byte> indexes) =>
        Avx2.IsSupported
            ? Avx2.Shuffle(table, indexes)
            : Vector256.Create(
                Vector128.ShuffleNative(table.GetLower(), indexes.GetLower()), Vector128.ShuffleNative(table.GetUpper(), indexes.GetUpper()));

    // At least 1: 0 stands for a row that must not be found.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ushort> Fold(Vector256<ushort> sums) => Vector128.Max(sums.GetLower() + sums.GetUpper(), Vector128<ushort>.One);

    // From the least sum there is, so that no entry is below 0.
    private static void Fill(ReadOnlySpan<float> numbers, Span<float> table)
    {
        for (var bits = 0; bits < table.Length; bits++)
        {
            for (var i = 0; i < numbers.Length; i++)
            {
                table[bits] += (bits >> i & 1) == 1 ? Math.Max(0, numbers[i]) : Math.Max(0, -numbers[i]);
            }
        }
    }
}
