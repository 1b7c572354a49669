using System.Runtime.InteropServices;
using PaperChat.Papers;

namespace PaperChat.Embedded.Index;

/// <summary>What a segment knows of its documents while it is built.</summary>
internal sealed class DocumentColumns
{
    private readonly ByteBuffer _papers = new();
    private readonly ByteBuffer _ordinals = new();
    private readonly ByteBuffer _fields = new();
    private readonly List<int> _lengths = [];
    private long _totalLength;

    public int Count => _lengths.Count;

    /// <summary>Mean number of terms of a document; 0 without documents.</summary>
    public double AverageLength => _lengths.Count == 0 ? 0 : (double)_totalLength / _lengths.Count;

    public int LengthOf(int document) => _lengths[document];

    /// <summary>Adds a document and returns its number.</summary>
    public int Add(int paper, int ordinal, PaperField field, int length)
    {
        _papers.WriteInt32(paper);
        _ordinals.WriteInt32(ordinal);
        _fields.WriteByte((byte)field);
        _lengths.Add(length);
        _totalLength += length;
        return _lengths.Count - 1;
    }

    public void Write(SegmentFileWriter file)
    {
        file.WriteSection(SegmentSection.DocumentPapers, _papers.Written);
        file.WriteSection(SegmentSection.DocumentOrdinals, _ordinals.Written);
        file.WriteSection(SegmentSection.DocumentFields, _fields.Written);
        file.WriteSection(SegmentSection.DocumentLengths, MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(_lengths)));
        file.WriteSection(SegmentSection.TotalLength, MemoryMarshal.AsBytes(new ReadOnlySpan<long>(in _totalLength)));
    }
}
