using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PaperChat.Embedded.Index;

/// <summary>
/// Packs blocks of 128 numbers with the same number of bits each, for vectors of four lanes: number i is in lane i % 4, and each
/// lane is a row of little-endian 32-bit words, filled from the lowest bit, as in BP128 (Lemire and Boytsov 2015).
/// </summary>
internal static unsafe class BitPacking
{
    private const int Rows = PostingBlock.Size / 4;

    /// <summary>The bits that the greatest of the numbers needs.</summary>
    public static int BitsOf(ReadOnlySpan<int> numbers)
    {
        var all = 0;
        foreach (var number in numbers)
        {
            all |= number;
        }

        return 32 - BitOperations.LeadingZeroCount((uint)all);
    }

    /// <summary>The length of a packed block: 128 numbers of so many bits.</summary>
    public static int BytesOf(int bits) => bits * PostingBlock.Size / 8;

    public static void Pack(ReadOnlySpan<int> numbers, int bits, ByteBuffer to)
    {
        Span<int> words = stackalloc int[PostingBlock.Size];
        words.Clear();
        for (var i = 0; i < numbers.Length; i++)
        {
            var at = i / 4 * bits;
            var word = (at / 32 * 4) + (i % 4);
            var shifted = (ulong)(uint)numbers[i] << (at % 32);
            words[word] |= (int)shifted;
            if ((at % 32) + bits > 32)
            {
                words[word + 4] |= (int)(shifted >> 32);
            }
        }

        foreach (var word in words[..(bits * 4)])
        {
            to.WriteInt32(word);
        }
    }

    public static void Unpack(ReadOnlySpan<byte> from, int bits, int[] numbers)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(from.Length, BytesOf(bits));
        fixed (byte* packed = from)
        {
            Unpack(packed, bits, numbers);
        }
    }

    /// <summary>Unpacks 128 numbers; the caller sees to it that as many bytes are there.</summary>
    public static void Unpack(byte* from, int bits, int[] numbers)
    {
        ref var to = ref Unsafe.As<int, uint>(ref numbers[PostingBlock.Size - 1]);
        to = ref Unsafe.Subtract(ref to, PostingBlock.Size - 1);
        if (bits == 0)
        {
            numbers.AsSpan(0, PostingBlock.Size).Clear();
            return;
        }

        var mask = Vector128.Create(uint.MaxValue >> (32 - bits));
        var word = Vector128.Load((uint*)from);
        var shift = 0;
        for (var row = 0; row < Rows; row++)
        {
            var value = Vector128.ShiftRightLogical(word, shift);
            shift += bits;
            if (shift >= 32 && row < Rows - 1)
            {
                shift -= 32;
                from += Vector128<byte>.Count;
                word = Vector128.Load((uint*)from);

                // Bits that the word before could not hold; a shift by all 32 bits gives nothing, as it must.
                value |= shift == 0 ? Vector128<uint>.Zero : Vector128.ShiftLeft(word, bits - shift);
            }

            (value & mask).StoreUnsafe(ref to, (nuint)(row * 4));
        }
    }
}
