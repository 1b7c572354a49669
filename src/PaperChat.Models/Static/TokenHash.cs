using System.Numerics;

namespace PaperChat.Models.Static;

/// <summary>The hashes of the packed model file; <c>tools/embeddings/pack.py</c> computes the same ones.</summary>
internal static class TokenHash
{
    public static ulong Mix(ulong hash)
    {
        hash *= 0x9E3779B97F4A7C15;
        return hash ^ (hash >> 32);
    }

    /// <summary>The hash of a word of ASCII letters and digits: its bytes, eight at a time, zero padded.</summary>
    public static ulong OfWord(ReadOnlySpan<char> word)
    {
        var hash = 0ul;
        var chunk = 0ul;
        for (var i = 0; i < word.Length; i++)
        {
            chunk |= (ulong)word[i] << (8 * (i & 7));
            if ((i & 7) == 7)
            {
                hash = Mix(hash ^ chunk);
                chunk = 0;
            }
        }

        return (word.Length & 7) == 0 ? hash : Mix(hash ^ chunk);
    }

    public static ulong OfPair(ulong first, ulong second) => Mix(BitOperations.RotateLeft(first, 23) ^ second);
}
