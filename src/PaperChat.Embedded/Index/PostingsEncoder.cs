using System.Runtime.InteropServices;

namespace PaperChat.Embedded.Index;

/// <summary>
/// Brings the postings of one term after another into the form of the file, see <see cref="TermEntry"/>. Documents of a term come
/// in ascending order, each with its places as bytes that are already encoded.
/// </summary>
internal sealed class PostingsEncoder(Func<int, int> lengthOf, double averageLength)
{
    private readonly Bm25 _bm25 = new(0, averageLength);
    private readonly int[] _gaps = new int[PostingBlock.Size];
    private readonly int[] _frequencies = new int[PostingBlock.Size];
    private readonly int[] _inTitle = new int[PostingBlock.Size];
    private readonly List<PostingBlock> _blocks = [];
    private readonly ByteBuffer _packed = new(1 << 12);
    private readonly ByteBuffer _places = new(1 << 12);
    private readonly ByteBuffer _postings = new(1 << 12);
    private int _documents;
    private int _inBlock;
    private int _last = -1;
    private int _blockPlaces;
    private double _impact;

    public void Add(int document, int inTitle, int inText, ReadOnlySpan<byte> places)
    {
        var frequency = inTitle + inText;
        _gaps[_inBlock] = document - _last - 1;
        _frequencies[_inBlock] = frequency - 1;
        _inTitle[_inBlock] = inTitle;
        _impact = Math.Max(_impact, frequency / (frequency + _bm25.Norm(lengthOf(document))));
        _places.WriteBytes(places);
        _last = document;
        _documents++;
        if (++_inBlock == PostingBlock.Size)
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
            _last, _packed.Length, _blockPlaces, (byte)gapBits, (byte)frequencyBits, (byte)titleBits, Impact.Of(_impact)));
        BitPacking.Pack(_gaps, gapBits, _packed);
        BitPacking.Pack(_frequencies, frequencyBits, _packed);
        BitPacking.Pack(_inTitle, titleBits, _packed);
        _inBlock = 0;
        _impact = 0;
        _blockPlaces = _places.Length;
    }

    private void WriteTail()
    {
        for (var i = 0; i < _inBlock; i++)
        {
            PostingCodec.Write(_postings, _gaps[i] + 1, _inTitle[i], _frequencies[i] + 1 - _inTitle[i]);
        }
    }

    private void Clear()
    {
        _blocks.Clear();
        _packed.Clear();
        _places.Clear();
        _postings.Clear();
        (_documents, _inBlock, _last, _blockPlaces, _impact) = (0, 0, -1, 0, 0);
    }
}
