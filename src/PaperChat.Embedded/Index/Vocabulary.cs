using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using PaperChat.Text;

namespace PaperChat.Embedded.Index;

/// <summary>
/// The surface words and the terms of a segment in the making, each with a number: a token is looked up once, and without making a
/// string. Their characters stand one after another in one array, so that they are no burden for the garbage collector. Looking up
/// costs what it reads of memory beyond the caches: a slot holds the hash of its entry, and an entry holds a short word itself. Not
/// thread-safe.
/// </summary>
internal sealed class Vocabulary
{
    /// <summary>The term of a stop word.</summary>
    public const int NoTerm = -1;

    private const int Unknown = -2;
    private const ulong Multiplier = 0x9E3779B97F4A7C15;

    // Random, so that no text can hold words that are known to collide.
    private static readonly ulong Seed = (ulong)Random.Shared.NextInt64();

    // The short words that were met last, by their hashes: most tokens are among them, and need nothing else.
    private readonly (ulong Key, int Number)[] _recent = new (ulong, int)[1 << 12];

    // Upper half: the hash; lower half: the number of the entry and one, so that an empty slot is 0.
    private ulong[] _slots = new ulong[1 << 15];
    private Entry[] _entries = new Entry[1 << 13];
    private int _count;
    private char[] _characters = new char[1 << 16];
    private int _length;

    /// <summary>How many terms there are; they are numbered from 0.</summary>
    public int TermCount { get; private set; }

    /// <summary>The number of a word, which is a new one or known.</summary>
    public int NumberOf(ReadOnlySpan<char> word)
    {
        var key = Key(word);
        if (key == 0)
        {
            return Find(word, 0, Hash(word));
        }

        var hash = Mix(key ^ Seed);
        ref var recent = ref _recent[hash >> 20];
        if (recent.Key != key)
        {
            recent = (key, Find(word, key, hash));
        }

        return recent.Number;
    }

    /// <summary>The number of a word's term, or <see cref="NoTerm"/>.</summary>
    public int TermOf(int word)
    {
        var term = _entries[word].TermOfWord;
        return term != Unknown ? term : FindTerm(word);
    }

    /// <summary>The number of a term itself, which is a new one or known.</summary>
    public int NumberOfTerm(string term)
    {
        // First the number: the list may grow by it.
        var number = NumberOf(term);
        ref var entry = ref _entries[number];
        return entry.Term >= 0 ? entry.Term : entry.Term = TermCount++;
    }

    /// <summary>Counts a document for a word, once.</summary>
    public void Count(int word, int document)
    {
        ref var entry = ref _entries[word];
        entry.Documents += entry.LastDocument == document ? 0 : 1;
        entry.LastDocument = document;
    }

    /// <summary>The characters of a word or a term; by the numbers that <see cref="SortedTerms"/> and <see cref="SortedWords"/> give.</summary>
    public ReadOnlySpan<char> Text(int entry) => _characters.AsSpan(_entries[entry].Start, _entries[entry].Length);

    /// <summary>The entries that are terms, in the order of their UTF-8 bytes, with the number of the term.</summary>
    public IEnumerable<(int Entry, int Term)> SortedTerms() => Sorted(e => e.Term >= 0).Select(e => (e, _entries[e].Term));

    /// <summary>The entries that were counted as words, in the order of their UTF-8 bytes, with their documents.</summary>
    public IEnumerable<(int Entry, int Documents)> SortedWords() => Sorted(e => e.Documents > 0).Select(e => (e, _entries[e].Documents));

    private int Find(ReadOnlySpan<char> word, ulong key, uint hash)
    {
        var mask = _slots.Length - 1;
        var slot = (int)hash & mask;
        for (; _slots[slot] is not 0 and var taken; slot = (slot + 1) & mask)
        {
            if ((uint)(taken >> 32) == hash)
            {
                var number = (int)taken - 1;
                ref var entry = ref _entries[number];
                if (entry.Key == key && (key != 0 || word.SequenceEqual(_characters.AsSpan(entry.Start, entry.Length))))
                {
                    return number;
                }
            }
        }

        _slots[slot] = ((ulong)hash << 32) | (uint)(_count + 1);
        Append(word, key);
        return _count - 1;
    }

    private int FindTerm(int word)
    {
        var term = TextAnalyzer.TermOf(Text(word)) is { } text ? NumberOfTerm(text) : NoTerm;
        return _entries[word].TermOfWord = term;
    }

    private void Append(ReadOnlySpan<char> word, ulong key)
    {
        if (_length + word.Length > _characters.Length)
        {
            Array.Resize(ref _characters, Math.Max(_characters.Length * 2, _length + word.Length));
        }

        if (_count == _entries.Length)
        {
            Array.Resize(ref _entries, _count * 2);
        }

        word.CopyTo(_characters.AsSpan(_length));
        _entries[_count++] = new Entry
        {
            Key = key,
            Start = _length,
            Length = word.Length,
            Term = Unknown,
            TermOfWord = Unknown,
            LastDocument = -1,
        };
        _length += word.Length;
        if (_count * 2 > _slots.Length)
        {
            Grow();
        }
    }

    private void Grow()
    {
        var slots = new ulong[_slots.Length * 2];
        var mask = slots.Length - 1;
        foreach (var taken in _slots)
        {
            var slot = (int)(taken >> 32) & mask;
            while (taken != 0 && slots[slot] != 0)
            {
                slot = (slot + 1) & mask;
            }

            if (taken != 0)
            {
                slots[slot] = taken;
            }
        }

        _slots = slots;
    }

    private int[] Sorted(Predicate<Entry> wanted)
    {
        int[] entries = [.. Enumerable.Range(0, _count).Where(e => wanted(_entries[e]))];

        // A key is the first eight bytes, the first of them lowest.
        var prefixes = Array.ConvertAll(
            entries, e => _entries[e].Key is not 0 and var key ? BinaryPrimitives.ReverseEndianness(key) : Utf8Order.Prefix(Text(e)));
        Array.Sort(prefixes, entries);
        Utf8Order.SortRuns(prefixes, entries.AsSpan(), (x, y) => Utf8Order.Compare(Text(x), Text(y)));
        return entries;
    }

    // A word of at most eight ASCII characters as a number, one byte a character; 0 for others.
    private static ulong Key(ReadOnlySpan<char> word)
    {
        if (word.Length > sizeof(ulong))
        {
            return 0;
        }

        ulong key = 0;
        var all = 0;
        for (var i = word.Length - 1; i >= 0; i--)
        {
            key = (key << 8) | word[i];
            all |= word[i];
        }

        return all < 0x80 ? key : 0;
    }

    // Four letters at a time.
    private static uint Hash(ReadOnlySpan<char> word)
    {
        var bytes = MemoryMarshal.AsBytes(word);
        var hash = Seed ^ ((ulong)bytes.Length * Multiplier);
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
        {
            hash = BitOperations.RotateLeft((hash ^ MemoryMarshal.Read<ulong>(bytes)) * Multiplier, 29);
        }

        var rest = 0UL;
        foreach (var value in MemoryMarshal.Cast<byte, char>(bytes))
        {
            rest = (rest << 16) | value;
        }

        return Mix(hash ^ rest);
    }

    private static uint Mix(ulong hash)
    {
        hash *= Multiplier;
        return (uint)(((hash ^ (hash >> 32)) * Multiplier) >> 32);
    }

    private struct Entry
    {
        // See the method of this name.
        public ulong Key;
        public int Start;
        public int Length;

        // As a term: its own number. As a word: the number of its term.
        public int Term;
        public int TermOfWord;
        public int LastDocument;
        public int Documents;
    }
}
