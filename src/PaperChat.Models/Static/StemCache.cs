using PaperChat.Text;

namespace PaperChat.Models.Static;

/// <summary>
/// The hash of a word's stem by the hash of the word. Stemming costs more than all else that is done with a word, and few words make
/// up most of a text. One direct-mapped table, shared by all threads without a lock: the key is stored combined with its value, so
/// that a pair of which another thread has replaced one half never matches.
/// </summary>
internal sealed class StemCache
{
    private const int Bits = 15;

    // Far longer than any stem of the model; longer words would only cost time and stack.
    private const int LongestWord = 64;

    private readonly ulong[] _table = GC.AllocateArray<ulong>(2 << Bits);

    /// <summary>The hash of the stem of the run that <paramref name="runs"/> stands on; zero, which no stem has, when it is too long.</summary>
    public ulong StemHash(in WordRuns runs)
    {
        if (runs.HasDigit || runs.Current.Length < 3)
        {
            return runs.Hash;
        }

        var slot = (int)(runs.Hash >> (64 - Bits)) * 2;
        var stem = _table[slot + 1];
        if ((_table[slot] ^ stem) == runs.Hash)
        {
            return stem;
        }

        stem = Stem(runs.Current);
        _table[slot] = runs.Hash ^ stem;
        _table[slot + 1] = stem;
        return stem;
    }

    private static ulong Stem(ReadOnlySpan<char> word)
    {
        if (word.Length > LongestWord)
        {
            return 0;
        }

        Span<char> lower = stackalloc char[word.Length];
        for (var i = 0; i < word.Length; i++)
        {
            lower[i] = WordRuns.ToLower(word[i]);
        }

        return TokenHash.OfWord(PorterStemmer.Stem(lower.ToString()));
    }
}
