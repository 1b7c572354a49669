using System.Runtime.InteropServices;
using System.Text;
using PaperChat.Papers;

namespace PaperChat.Embedded.Index;

/// <summary>
/// One segment, mapped. Thread-safe. Opening reads the header; a section's checksum is compared when it is first used, that of a
/// posting list each time, so that damage is an <see cref="InvalidDataException"/> and never a wrong result.
/// </summary>
internal sealed unsafe class SegmentFile : IDisposable
{
    private readonly MappedFile _file;
    private readonly byte* _start;
    private readonly SectionRange[] _sections;
    private readonly bool[] _checked = new bool[SegmentHeader.SectionCount];
    private readonly ulong[] _checkedTerms;
    private int _uses = 1;

    private SegmentFile(MappedFile file)
    {
        _file = file;
        _start = file.Start;
        _sections = SegmentHeader.Read(new ReadOnlySpan<byte>(_start, SegmentHeader.Size), file.Length);
        _checkedTerms = new ulong[(_sections[(int)SegmentSection.TermEntries].Length / TermEntry.Size / 64) + 1];
    }

    public string Name => _file.Name;

    /// <summary>The papers that filters let through.</summary>
    public FilterCache Filters { get; } = new();

    /// <summary>The documents of those papers.</summary>
    public FilterCache FilteredDocuments { get; } = new();

    public int Papers => (int)(_sections[(int)SegmentSection.PaperKeys].Length / sizeof(long));

    public int Documents => (int)(_sections[(int)SegmentSection.DocumentPapers].Length / sizeof(int));

    public ReadOnlySpan<long> PaperKeys => Cast<long>(SegmentSection.PaperKeys);

    public TextTableReader PaperIds => Table(SegmentSection.PaperIdOffsets);

    public ReadOnlySpan<int> PapersById => Cast<int>(SegmentSection.PapersById);

    public ReadOnlySpan<int> PaperYears => Cast<int>(SegmentSection.PaperYears);

    public ReadOnlySpan<int> PaperListed => Cast<int>(SegmentSection.PaperListed);

    public ReadOnlySpan<byte> PaperKinds => Section(SegmentSection.PaperKinds);

    public ReadOnlySpan<int> DocumentPapers => Cast<int>(SegmentSection.DocumentPapers);

    public ReadOnlySpan<int> DocumentOrdinals => Cast<int>(SegmentSection.DocumentOrdinals);

    public ReadOnlySpan<byte> DocumentFields => Section(SegmentSection.DocumentFields);

    public ReadOnlySpan<int> DocumentLengths => Cast<int>(SegmentSection.DocumentLengths);

    /// <summary>The sum of all documents' lengths.</summary>
    public long TotalLength => Cast<long>(SegmentSection.TotalLength)[0];

    /// <summary>The mean length that the blocks' impacts are made with.</summary>
    public double AverageLength => Documents == 0 ? 0 : (double)TotalLength / Documents;

    public TextTableReader Terms => Table(SegmentSection.TermOffsets);

    public ReadOnlySpan<TermEntry> TermEntries => Cast<TermEntry>(SegmentSection.TermEntries);

    public TextTableReader Words => Table(SegmentSection.WordOffsets);

    public ReadOnlySpan<int> WordCounts => Cast<int>(SegmentSection.WordCounts);

    public static SegmentFile Open(string path)
    {
        var file = MappedFile.Open(path, SegmentHeader.Size);
        try
        {
            return new SegmentFile(file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>The number of a paper by its id; -1 when it is not in this segment.</summary>
    public int FindPaper(PaperId id)
    {
        var wanted = Encoding.UTF8.GetBytes(id.Value);
        var ids = PaperIds;
        var order = PapersById;
        var low = 0;
        var high = order.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var comparison = ids.Utf8(order[middle]).SequenceCompareTo(wanted);
            if (comparison == 0)
            {
                return order[middle];
            }

            (low, high) = comparison < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }

    public TextTableReader Table(SegmentSection offsets) => new(Section(offsets), Section(offsets + 1));

    public ReadOnlySpan<int> Cast(SegmentSection section) => Cast<int>(section);

    public ReadOnlySpan<byte> Section(SegmentSection section)
    {
        var range = _sections[(int)section];
        var bytes = new ReadOnlySpan<byte>(_start + range.Offset, checked((int)range.Length));
        if (!Volatile.Read(ref _checked[(int)section]))
        {
            Check(section, bytes, range.Checksum);
            Volatile.Write(ref _checked[(int)section], true);
        }

        return bytes;
    }

    /// <summary>The postings of a term; its places follow them in the file. Both are checked when the term is first asked for.</summary>
    public ReadOnlySpan<byte> Postings(int term, in TermEntry entry)
    {
        var postings = Slice(entry.Offset, entry.PostingsLength);
        var places = Slice(entry.Offset + entry.PostingsLength, entry.PlacesLength);
        ref var known = ref _checkedTerms[term / 64];
        var bit = 1UL << (term % 64);
        if ((Volatile.Read(ref known) & bit) == 0)
        {
            Check(SegmentSection.Postings, postings, entry.PostingsChecksum);
            Check(SegmentSection.Postings, places, entry.PlacesChecksum);
            Interlocked.Or(ref known, bit);
        }

        return postings;
    }

    /// <summary>Reads everything and compares every checksum.</summary>
    public void CheckAll()
    {
        for (var section = (SegmentSection)0; section < SegmentSection.Count; section++)
        {
            if (section != SegmentSection.Postings)
            {
                Section(section);
            }
        }

        var entries = TermEntries;
        for (var term = 0; term < entries.Length; term++)
        {
            Postings(term, in entries[term]);
        }
    }

    /// <summary>One more owner; the segment is unmapped when the last one disposes it.</summary>
    public SegmentFile Share()
    {
        Interlocked.Increment(ref _uses);
        return this;
    }

    public void Dispose()
    {
        if (Interlocked.Decrement(ref _uses) == 0)
        {
            _file.Dispose();
        }
    }

    private ReadOnlySpan<T> Cast<T>(SegmentSection section)
        where T : unmanaged => MemoryMarshal.Cast<byte, T>(Section(section));

    private ReadOnlySpan<byte> Slice(long offset, int length)
    {
        var range = _sections[(int)SegmentSection.Postings];
        return offset >= 0 && length >= 0 && offset <= range.Length - length
            ? new ReadOnlySpan<byte>(_start + range.Offset + offset, length)
            : throw new InvalidDataException("a posting list is outside of the file");
    }

    private static void Check(SegmentSection section, ReadOnlySpan<byte> bytes, uint checksum)
    {
        if (Checksum.Of(bytes) != checksum)
        {
            throw new InvalidDataException($"the checksum of {section} does not match");
        }
    }
}
