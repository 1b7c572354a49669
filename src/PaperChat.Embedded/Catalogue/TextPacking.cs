using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace PaperChat.Embedded.Catalogue;

/// <summary>
/// Packs short texts, each by itself, to about half of their bytes: each code is a byte and stands for a piece of the text from a
/// fixed table, <see cref="TextSymbols"/>; 255 stands before a byte as it is. The scheme is that of FSST (Boncz, Neumann and Leis,
/// "FSST: Fast Random Access String Compression", 2020) with a table for all texts. Unpacking a thousand characters takes about a
/// microsecond.
/// </summary>
internal static class TextPacking
{
    private const byte Escape = 255;
    private const int Longest = sizeof(ulong);

    private static readonly ulong[] Symbols = Array.ConvertAll(TextSymbols.All, ToNumber);
    private static readonly byte[] Lengths = Array.ConvertAll(TextSymbols.All, s => (byte)s.Length);

    /// <summary>The most bytes that a text of so many bytes takes.</summary>
    public static int MaxLength(int bytes) => bytes * 2;

    /// <summary>Packs a text and returns the number of codes.</summary>
    /// <param name="text">UTF-8, or any bytes.</param>
    /// <param name="codes">Room for <see cref="MaxLength"/> of them.</param>
    public static int Pack(ReadOnlySpan<byte> text, Span<byte> codes)
    {
        var at = 0;
        var length = 0;
        for (; at + Longest <= text.Length; length++)
        {
            at += Next(BinaryPrimitives.ReadUInt64LittleEndian(text[at..]), codes, ref length);
        }

        // No symbol holds a zero, so that none goes on behind the end.
        Span<byte> rest = stackalloc byte[Longest * 2];
        rest.Clear();
        text[at..].CopyTo(rest);
        for (var end = text.Length - at; rest.Length > (Longest * 2) - end; length++)
        {
            rest = rest[Next(BinaryPrimitives.ReadUInt64LittleEndian(rest), codes, ref length)..];
        }

        return length;
    }

    /// <summary>The number of bytes of a packed text.</summary>
    /// <exception cref="InvalidDataException">It is no packed text.</exception>
    public static int UnpackedLength(ReadOnlySpan<byte> codes)
    {
        var length = 0;
        for (var at = 0; at < codes.Length; at++)
        {
            if (codes[at] != Escape)
            {
                length += Lengths[codes[at]];
            }
            else if (++at < codes.Length)
            {
                length++;
            }
            else
            {
                throw new InvalidDataException("a packed text of the catalogue is cut short");
            }
        }

        return length;
    }

    /// <summary>Unpacks a text whose <see cref="UnpackedLength"/> was asked for; there must be room for eight bytes more than that.</summary>
    public static void Unpack(ReadOnlySpan<byte> codes, Span<byte> text)
    {
        for (var at = 0; at < codes.Length; at++)
        {
            if (codes[at] == Escape)
            {
                text[0] = codes[++at];
                text = text[1..];
            }
            else
            {
                // All eight bytes, of which the next ones are written over.
                BinaryPrimitives.WriteUInt64LittleEndian(text, Symbols[codes[at]]);
                text = text[Lengths[codes[at]]..];
            }
        }
    }

    // Writes the code of the longest symbol with which the next eight bytes begin at codes[length], and returns the symbol's length.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Next(ulong next, Span<byte> codes, ref int length)
    {
        var prefix = (ushort)next;
        int end = Finder.Starts[prefix + 1];
        for (int candidate = Finder.Starts[prefix]; candidate < end; candidate++)
        {
            ref readonly var symbol = ref Finder.Candidates[candidate];
            if ((next & symbol.Mask) == symbol.Number)
            {
                codes[length] = symbol.Code;
                return symbol.Length;
            }
        }

        var single = Finder.Singles[(byte)next];
        if (single == Escape)
        {
            codes[length++] = Escape;
            single = (byte)next;
        }

        codes[length] = single;
        return 1;
    }

    private static ulong ToNumber(string symbol)
    {
        var number = 0UL;
        for (var i = symbol.Length - 1; i >= 0; i--)
        {
            number = (number << 8) | symbol[i];
        }

        return number;
    }

    // For packing alone, so that a process that only reads does not make it: symbols by their first two bytes, the longest first.
    private static class Finder
    {
        public static readonly Symbol[] Candidates =
        [
            .. Codes().Where(c => Lengths[c] > 1).OrderBy(c => (ushort)Symbols[c]).ThenByDescending(c => Lengths[c])
                .Select(c => new Symbol(Symbols[c], ulong.MaxValue >> (64 - (8 * Lengths[c])), c, Lengths[c])),
        ];
        public static readonly byte[] Starts = MakeStarts();
        public static readonly byte[] Singles = MakeSingles();

        private static IEnumerable<byte> Codes() => Enumerable.Range(0, Escape).Select(c => (byte)c);

        private static byte[] MakeStarts()
        {
            var starts = new byte[ushort.MaxValue + 2];
            var candidate = 0;
            for (var prefix = 0; prefix <= ushort.MaxValue; prefix++)
            {
                starts[prefix] = (byte)candidate;
                while (candidate < Candidates.Length && (ushort)Candidates[candidate].Number == prefix)
                {
                    candidate++;
                }
            }

            starts[^1] = (byte)candidate;
            return starts;
        }

        private static byte[] MakeSingles()
        {
            var singles = new byte[256];
            singles.AsSpan().Fill(Escape);
            foreach (var code in Codes().Where(c => Lengths[c] == 1))
            {
                singles[(byte)Symbols[code]] = code;
            }

            return singles;
        }
    }

    private readonly record struct Symbol(ulong Number, ulong Mask, byte Code, byte Length);
}
