using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using PaperChat.Library;

namespace PaperChat.Embedded.Index;

/// <summary>
/// Goes forward through the postings of one term in one segment, a block of at most 128 decoded at a time. Used again for other
/// terms; it points into the mapped file, whose owner must keep it open meanwhile. Not thread-safe.
/// </summary>
internal sealed unsafe class PostingCursor
{
    /// <summary><see cref="Document"/> behind the last one.</summary>
    public const int End = int.MaxValue;

    private const int Stride = 32;

    private readonly int[] _documents = new int[PostingBlock.Size];
    private readonly int[] _frequencies = new int[PostingBlock.Size];
    private readonly int[] _inTitle = new int[PostingBlock.Size];
    private byte* _postings;
    private PostingBlock* _blocks;
    private byte* _places;
    private int _postingsLength;
    private int _placesLength;
    private int _blockCount;
    private int _tailCount;

    // The decoded block; the tail counts as one more block. _frequenciesOf and _inTitleOf say of which block the other arrays are.
    private int _block;
    private int _frequenciesOf;
    private int _inTitleOf;
    private int _count;
    private int _at;
    private int _nextBound;

    public int DocumentCount { get; private set; }

    /// <summary>The current document; -1 before the first.</summary>
    public int Document { get; private set; }

    /// <summary>How often the term stands in the document, an occurrence in the title counting as <see cref="FieldWeights"/> says.</summary>
    public int Frequency
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            DecodeFrequencies();
            return _frequencies[_at] + 1;
        }
    }

    public int InTitle
    {
        get
        {
            DecodeInTitle();
            return _inTitle[_at];
        }
    }

    public int InText => Frequency - (InTitle * FieldWeights.Title);

    // Each of them has a place.
    private int Occurrences => InTitle + InText;

    /// <summary>Stands before the first posting of a term.</summary>
    public void Open(SegmentFile file, int term)
    {
        var entry = file.TermEntries[term];
        var postings = file.Postings(term, in entry);
        _postings = (byte*)Unsafe.AsPointer(ref Unsafe.AsRef(in postings[0]));
        _postingsLength = postings.Length;
        _blocks = (PostingBlock*)_postings;
        _places = _postings + postings.Length;
        _placesLength = entry.PlacesLength;
        DocumentCount = entry.Documents;
        _blockCount = entry.Documents / PostingBlock.Size;
        _tailCount = entry.Documents % PostingBlock.Size;
        Restart();
    }

    public void Restart()
    {
        (_block, _frequenciesOf, _inTitleOf, _count, _at, _nextBound, Document) = (-1, -1, -1, 0, -1, 0, -1);
    }

    public bool MoveNext()
    {
        if (++_at < _count)
        {
            Document = _documents[_at];
            return true;
        }

        return Decode(_block + 1);
    }

    /// <summary>Moves on to the first document that is not below <paramref name="document"/>, and returns it.</summary>
    public int Seek(int document)
    {
        if (Document >= document)
        {
            return Document;
        }

        if (_block < 0 || _count == 0 || _documents[_count - 1] < document)
        {
            var block = Math.Max(_block + 1, 0);
            while (block < _blockCount && _blocks[block].Last < document)
            {
                block++;
            }

            if (!Decode(block))
            {
                return End;
            }
        }

        _at = FirstNotBelow(document);
        return _at < _count ? Document = _documents[_at] : MoveToEnd();
    }

    /// <summary>
    /// The greatest impact of the blocks that reach into the documents from <paramref name="from"/> to before <paramref name="to"/>.
    /// From one call to the next these only move on.
    /// </summary>
    public byte ImpactIn(int from, int to)
    {
        var block = _nextBound;
        while (block < _blockCount && _blocks[block].Last < from)
        {
            block++;
        }

        _nextBound = block;
        byte impact = 0;
        for (; block < _blockCount; block++)
        {
            impact = Math.Max(impact, _blocks[block].Impact);
            if (_blocks[block].Last >= to - 1)
            {
                return impact;
            }
        }

        return _tailCount > 0 ? byte.MaxValue : impact;
    }

    /// <summary>The current and the next documents before <paramref name="end"/>, as many as are decoded together.</summary>
    public void TakeUntil(int end, out ReadOnlySpan<int> documents, out ReadOnlySpan<int> frequenciesLessOne)
    {
        DecodeFrequencies();
        var from = _at;
        var to = _documents[_count - 1] < end ? _count : FirstNotBelow(end);
        documents = _documents.AsSpan(from, to - from);
        frequenciesLessOne = _frequencies.AsSpan(from, to - from);
        _at = to - 1;
    }

    /// <summary>Reads the places of the current document in its title or in its text into a list that is cleared first.</summary>
    public void ReadPlaces(bool inTitle, List<int> places)
    {
        var bytes = PlacesFrom(out var at);
        SkipPlaces(bytes, ref at, inTitle ? 0 : InTitle);
        places.Clear();
        var place = 0;
        for (var left = inTitle ? InTitle : InText; left > 0; left--)
        {
            place += (int)Varint.Read(bytes, ref at);
            places.Add(place);
        }
    }

    /// <summary>The places of the current document as they stand in the file; <paramref name="hint"/> is where the ones before ended.</summary>
    public ReadOnlySpan<byte> RawPlaces(ref int hint)
    {
        var bytes = new ReadOnlySpan<byte>(_places, _placesLength);
        var start = hint;
        SkipPlaces(bytes, ref hint, Occurrences);
        return bytes[start..hint];
    }

    private ReadOnlySpan<byte> PlacesFrom(out int at)
    {
        var bytes = new ReadOnlySpan<byte>(_places, _placesLength);
        DecodeFrequencies();
        DecodeInTitle();
        if (_block < _blockCount)
        {
            at = _blocks[_block].PlacesOffset;
        }
        else
        {
            at = 0;
            if (_blockCount > 0)
            {
                // The tail's places follow those of the last block.
                at = _blocks[_blockCount - 1].PlacesOffset;
                SkipPlaces(bytes, ref at, OccurrencesInBlock(_blockCount - 1));
            }
        }

        for (var i = 0; i < _at; i++)
        {
            SkipPlaces(bytes, ref at, OccurrencesOf(_frequencies[i], _inTitle[i]));
        }

        return bytes;
    }

    private int OccurrencesInBlock(int block)
    {
        int[] frequencies = new int[PostingBlock.Size], inTitle = new int[PostingBlock.Size];
        var entry = _blocks[block];
        var at = BitPacking.BytesOf(entry.GapBits);
        BitPacking.Unpack(Packed(in entry) + at, entry.FrequencyBits, frequencies);
        BitPacking.Unpack(Packed(in entry) + at + BitPacking.BytesOf(entry.FrequencyBits), entry.TitleBits, inTitle);
        return Enumerable.Range(0, PostingBlock.Size).Sum(i => OccurrencesOf(frequencies[i], inTitle[i]));
    }

    private static int OccurrencesOf(int frequencyLessOne, int inTitle) => frequencyLessOne + 1 - (inTitle * (FieldWeights.Title - 1));

    private static void SkipPlaces(ReadOnlySpan<byte> bytes, ref int at, int count)
    {
        while (count > 0)
        {
            count -= bytes[at++] < 0x80 ? 1 : 0;
        }
    }

    private bool Decode(int block)
    {
        if (block < _blockCount)
        {
            DecodeBlock(block);
        }
        else if (block == _blockCount && _tailCount > 0)
        {
            DecodeTail();
        }
        else
        {
            _block = _blockCount + 1;
            MoveToEnd();
            return false;
        }

        _block = block;
        _at = 0;
        Document = _documents[0];
        return true;
    }

    private int MoveToEnd()
    {
        (_count, _at) = (0, 0);
        return Document = End;
    }

    // Mostly the next few postings hold it, so that they are compared eight at a time; behind the last posting stands End.
    private int FirstNotBelow(int document)
    {
        var first = _at;
        fixed (int* documents = _documents)
        {
            while (first + Stride < PostingBlock.Size && documents[first + Stride] < document)
            {
                first += Stride;
            }

            for (; first <= PostingBlock.Size - Vector256<int>.Count; first += Vector256<int>.Count)
            {
                var below = Vector256.LessThan(Vector256.Load(documents + first), Vector256.Create(document)).ExtractMostSignificantBits();
                if (below != byte.MaxValue)
                {
                    return first + BitOperations.TrailingZeroCount(~below);
                }
            }

            while (first < PostingBlock.Size && documents[first] < document)
            {
                first++;
            }
        }

        return first;
    }

    private byte* Packed(in PostingBlock block) =>
        block.Offset >= 0 && block.Offset <= _postingsLength - block.PackedBytes
            ? _postings + block.Offset
            : throw new InvalidDataException("a block of postings is outside of its list");

    private void DecodeBlock(int block)
    {
        ref var entry = ref _blocks[block];
        BitPacking.Unpack(Packed(in entry), entry.GapBits, _documents);
        var document = block == 0 ? -1 : _blocks[block - 1].Last;
        var documents = _documents;
        for (var i = 0; i < documents.Length; i++)
        {
            document += documents[i] + 1;
            documents[i] = document;
        }

        _count = PostingBlock.Size;
    }

    private void DecodeTail()
    {
        var at = _blockCount == 0 ? 0 : _blocks[_blockCount - 1].Offset + _blocks[_blockCount - 1].PackedBytes;
        var bytes = new ReadOnlySpan<byte>(_postings, _postingsLength);
        var document = _blockCount == 0 ? -1 : _blocks[_blockCount - 1].Last;
        for (var i = 0; i < _tailCount; i++)
        {
            var (gap, inTitle, inText) = PostingCodec.Read(bytes, ref at);
            document += gap;
            (_documents[i], _inTitle[i], _frequencies[i]) = (document, inTitle, (inTitle * FieldWeights.Title) + inText - 1);
        }

        _documents.AsSpan(_tailCount).Fill(End);
        _count = _tailCount;
        (_frequenciesOf, _inTitleOf) = (_blockCount, _blockCount);
    }

    private void DecodeFrequencies()
    {
        if (_frequenciesOf != _block)
        {
            ref var entry = ref _blocks[_block];
            BitPacking.Unpack(Packed(in entry) + BitPacking.BytesOf(entry.GapBits), entry.FrequencyBits, _frequencies);
            _frequenciesOf = _block;
        }
    }

    private void DecodeInTitle()
    {
        if (_inTitleOf != _block)
        {
            ref var entry = ref _blocks[_block];
            var at = BitPacking.BytesOf(entry.GapBits) + BitPacking.BytesOf(entry.FrequencyBits);
            BitPacking.Unpack(Packed(in entry) + at, entry.TitleBits, _inTitle);
            _inTitleOf = _block;
        }
    }
}
