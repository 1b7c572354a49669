using System.Numerics;

namespace PaperChat.Embedded.Index;

/// <summary>A set of numbers below a size known from the start.</summary>
internal sealed class Bits(int size)
{
    private readonly ulong[] _words = new ulong[(size + 63) / 64];

    public int Size { get; } = size;

    public bool this[int number] => (_words[number >> 6] & (1UL << (number & 63))) != 0;

    /// <summary>64 numbers at once, the lowest in the lowest bit.</summary>
    public ulong Word(int word) => _words[word];

    public static Bits All(int size)
    {
        var bits = new Bits(size);
        for (var i = 0; i < size; i++)
        {
            bits.Set(i);
        }

        return bits;
    }

    public void Set(int number) => _words[number >> 6] |= 1UL << (number & 63);

    public void Clear(int number) => _words[number >> 6] &= ~(1UL << (number & 63));

    public void And(Bits other)
    {
        for (var i = 0; i < _words.Length; i++)
        {
            _words[i] &= other._words[i];
        }
    }

    public void AndNot(Bits other)
    {
        for (var i = 0; i < _words.Length; i++)
        {
            _words[i] &= ~other._words[i];
        }
    }

    public void Or(Bits other)
    {
        for (var i = 0; i < _words.Length; i++)
        {
            _words[i] |= other._words[i];
        }
    }

    public Bits Copy()
    {
        var copy = new Bits(Size);
        _words.CopyTo(copy._words, 0);
        return copy;
    }

    /// <summary>The numbers that are in it, in order.</summary>
    public IEnumerable<int> Numbers()
    {
        for (var word = 0; word < _words.Length; word++)
        {
            for (var left = _words[word]; left != 0; left &= left - 1)
            {
                yield return (word * 64) + BitOperations.TrailingZeroCount(left);
            }
        }
    }

    public int Count() => _words.Sum(BitOperations.PopCount);
}
