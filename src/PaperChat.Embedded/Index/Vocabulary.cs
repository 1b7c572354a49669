using System.Numerics;
using System.Runtime.InteropServices;
using PaperChat.Text;

namespace PaperChat.Embedded.Index;

/// <summary>
/// The surface words and the terms of a segment in the making, each with a number: a token is looked up once, and without making a
/// string. Their characters stand one after another in one array, so that they are no burden for the garbage collector. Not
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

    private readonly List<Entry> _entries = [];
    private int[] _slots = new int[1 << 15];
    private char[] _characters = new char[1 << 18];
    private int _length;

    /// <summary>How many terms there are; they are numbered from 0.</summary>
    public int TermCount { get; private set; }

    /// <summary>The number of a word, which is a new one or known.</summary>
    public int NumberOf(ReadOnlySpan<char> word)
    {
        var hash = Hash(word);
        var mask = _slots.Length - 1;
        var entries = CollectionsMarshal.AsSpan(_entries);
        var slot = (int)hash & mask;
        for (; _slots[slot] > 0; slot = (slot + 1) & mask)
        {
            ref var entry = ref entries[_slots[slot] - 1];
            if (entry.Hash == hash && word.SequenceEqual(_characters.AsSpan(entry.Start, entry.Length)))
            {
                return _slots[slot] - 1;
            }
        }

        _slots[slot] = _entries.Count + 1;
        Append(word, hash);
        return _entries.Count - 1;
    }

    /// <summary>The number of a word's term, or <see cref="NoTerm"/>.</summary>
    public int TermOf(int word)
    {
        var term = CollectionsMarshal.AsSpan(_entries)[word].TermOfWord;
        return term != Unknown ? term : FindTerm(word);
    }

    /// <summary>The number of a term itself, which is a new one or known.</summary>
    public int NumberOfTerm(string term)
    {
        // First the number: the list may grow by it.
        var number = NumberOf(term);
        ref var entry = ref CollectionsMarshal.AsSpan(_entries)[number];
        return entry.Term >= 0 ? entry.Term : entry.Term = TermCount++;
    }

    /// <summary>Counts a document for a word, once.</summary>
    public void Count(int word, int document)
    {
        ref var entry = ref CollectionsMarshal.AsSpan(_entries)[word];
        entry.Documents += entry.LastDocument == document ? 0 : 1;
        entry.LastDocument = document;
    }

    /// <summary>The characters of a word or a term; by the numbers that <see cref="SortedTerms"/> and <see cref="SortedWords"/> give.</summary>
    public ReadOnlySpan<char> Text(int entry) => _characters.AsSpan(_entries[entry].Start, _entries[entry].Length);

    /// <summary>The entries that are terms, in the order of their UTF-8 bytes, with the number of the term.</summary>
    public IEnumerable<(int Entry, int Term)> SortedTerms() => Sorted(e => e.Term >= 0).Select(e => (e, _entries[e].Term));

    /// <summary>The entries that were counted as words, in the order of their UTF-8 bytes, with their documents.</summary>
    public IEnumerable<(int Entry, int Documents)> SortedWords() => Sorted(e => e.Documents > 0).Select(e => (e, _entries[e].Documents));

    private int FindTerm(int word)
    {
        var term = TextAnalyzer.TermOf(Text(word)) is { } text ? NumberOfTerm(text) : NoTerm;
        return CollectionsMarshal.AsSpan(_entries)[word].TermOfWord = term;
    }

    private void Append(ReadOnlySpan<char> word, uint hash)
    {
        if (_length + word.Length > _characters.Length)
        {
            Array.Resize(ref _characters, _characters.Length * 2);
        }

        word.CopyTo(_characters.AsSpan(_length));
        _entries.Add(new Entry { Hash = hash, Start = _length, Length = word.Length, Term = Unknown, TermOfWord = Unknown, LastDocument = -1 });
        _length += word.Length;
        if (_entries.Count * 2 > _slots.Length)
        {
            Grow();
        }
    }

    private void Grow()
    {
        _slots = new int[_slots.Length * 2];
        var mask = _slots.Length - 1;
        for (var i = 0; i < _entries.Count; i++)
        {
            var slot = (int)_entries[i].Hash & mask;
            while (_slots[slot] > 0)
            {
                slot = (slot + 1) & mask;
            }

            _slots[slot] = i + 1;
        }
    }

    private int[] Sorted(Predicate<Entry> wanted)
    {
        int[] entries = [.. Enumerable.Range(0, _entries.Count).Where(e => wanted(_entries[e]))];
        var prefixes = Array.ConvertAll(entries, e => Utf8Order.Prefix(Text(e)));
        Array.Sort(prefixes, entries);
        Utf8Order.SortRuns(prefixes, entries.AsSpan(), (x, y) => Utf8Order.Compare(Text(x), Text(y)));
        return entries;
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

        return (uint)(((hash ^ rest) * Multiplier) >> 32);
    }

    private struct Entry
    {
        public uint Hash;
        public int Start;
        public int Length;

        // As a term: its own number. As a word: the number of its term.
        public int Term;
        public int TermOfWord;
        public int LastDocument;
        public int Documents;
    }
}
