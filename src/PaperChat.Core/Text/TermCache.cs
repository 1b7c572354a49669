using System.Numerics;
using System.Runtime.InteropServices;

namespace PaperChat.Text;

/// <summary>
/// The words a thread met lately, with their terms: a text's words repeat, and stemming costs more than looking them up. Each
/// slot holds the last word that fell into it, so the cache never grows.
/// </summary>
internal static class TermCache
{
    private const int Size = 1 << 14;
    private const ulong Multiplier = 0x9E3779B97F4A7C15;

    [ThreadStatic]
    private static (string Word, string? Term)[]? _slots;

    /// <summary>The word as a string, shared with earlier occurrences, and its term; null for a stop word.</summary>
    public static (string Word, string? Term) Find(ReadOnlySpan<char> word)
    {
        var slots = _slots ??= new (string, string?)[Size];
        ref var slot = ref slots[Hash(word) & (Size - 1)];
        if (slot.Word is null || !word.SequenceEqual(slot.Word))
        {
            var text = word.ToString();
            slot = (text, StopWords.Contains(text) ? null : PorterStemmer.Stem(text));
        }

        return slot;
    }

    // Four letters at a time. It need not withstand words that were made to collide: they only cost their stemming again.
    private static int Hash(ReadOnlySpan<char> word)
    {
        var bytes = MemoryMarshal.AsBytes(word);
        var hash = (ulong)bytes.Length * Multiplier;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
        {
            hash = BitOperations.RotateLeft((hash ^ MemoryMarshal.Read<ulong>(bytes)) * Multiplier, 29);
        }

        var rest = 0UL;
        foreach (var value in MemoryMarshal.Cast<byte, char>(bytes))
        {
            rest = (rest << 16) | value;
        }

        hash = (hash ^ rest) * Multiplier;
        return (int)(hash >> 33);
    }
}
