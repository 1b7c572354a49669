using System.Runtime.InteropServices;
using PaperChat.Library;

namespace PaperChat.Embedded.Index;

/// <summary>
/// Brings the postings of one term after another into the form of the file, see <see cref="TermEntry"/>. Documents of a term come
/// in ascending order, each with its places as bytes that are already encoded.
/// </summary>
internal sealed class PostingsEncoder(DocumentColumns documents)
{
    private readonly Bm25 _bm25 = new(0, documents.AverageLength);
    private readonly int[] _block = new int[PostingBlock.Size];
    private readonly int[] _gaps = new int[PostingBlock.Size];
    private readonly int[] _frequencies = new int[PostingBlock.Size];
    private readonly int[] _inTitle = new int[PostingBlock.Size];
    private readonly List<PostingBlock> _blocks = [];
    private readonly ByteBuffer _packed = new(1 << 12);
    private readonly ByteBuffer _places = new(1 << 12);
    private readonly ByteBuffer _postings = new(1 << 12);
    private int _documents;
    private int _count;
    private int _last = -1;
    private int _blockPlaces;

    public void Add(int document, int inTitle, int inText, ReadOnlySpan<byte> places)
    {
        var frequency = (inTitle * FieldWeights.Title) + inText;
        _block[_count] = document;
        _gaps[_count] = document - _last - 1;
        _frequencies[_count] = frequency - 1;
        _inTitle[_count] = inTitle;
        _places.WriteBytes(places);
        _last = document;
        _documents++;
        if (++_count == PostingBlock.Size)
        {
            EndBlock();
        }
    }

    /// <summary>Writes the term, if it has documents, and is ready for the next one.</summary>
    public TermEntry? End(SegmentFileWriter file)
    {
        if (_documents == 0)
        {
            return null;
        }

        // Offsets count from the list's start, where the blocks' entries stand.
        var entries = _blocks.Count * PostingBlock.Bytes;
        foreach (var block in _blocks)
        {
            var moved = new PostingBlock(
                block.Last, block.Offset + entries, block.PlacesOffset, block.GapBits, block.FrequencyBits, block.TitleBits, block.Impact);
            _postings.WriteBytes(MemoryMarshal.AsBytes(new ReadOnlySpan<PostingBlock>(in moved)));
        }

        _postings.WriteBytes(_packed.Written);
        WriteTail();
        var entry = file.WritePostings(_documents, _postings.Written, _places.Written);
        Clear();
        return entry;
    }

    private void EndBlock()
    {
        int gapBits = BitPacking.BitsOf(_gaps), frequencyBits = BitPacking.BitsOf(_frequencies), titleBits = BitPacking.BitsOf(_inTitle);
        _blocks.Add(new PostingBlock(
            _last, _packed.Length, _blockPlaces, (byte)gapBits, (byte)frequencyBits, (byte)titleBits, Impact.Of(BestOfBlock())));
        BitPacking.Pack(_gaps, gapBits, _packed);
        BitPacking.Pack(_frequencies, frequencyBits, _packed);
        BitPacking.Pack(_inTitle, titleBits, _packed);
        _count = 0;
        _blockPlaces = _places.Length;
    }

    private double BestOfBlock()
    {
        var best = 0.0;
        for (var i = 0; i < _block.Length; i++)
        {
            var frequency = _frequencies[i] + 1;
            best = Math.Max(best, frequency / (frequency + _bm25.Norm(documents.LengthOf(_block[i]))));
        }

        return best;
    }

    private void WriteTail()
    {
        for (var i = 0; i < _count; i++)
        {
            PostingCodec.Write(_postings, _gaps[i] + 1, _inTitle[i], _frequencies[i] + 1 - (_inTitle[i] * FieldWeights.Title));
        }
    }

    private void Clear()
    {
        _blocks.Clear();
        _packed.Clear();
        _places.Clear();
        _postings.Clear();
        (_documents, _count, _last, _blockPlaces) = (0, 0, -1, 0);
    }
}
