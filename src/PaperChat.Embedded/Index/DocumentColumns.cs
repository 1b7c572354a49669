using PaperChat.Papers;

namespace PaperChat.Embedded.Index;

/// <summary>What a segment knows of its documents while it is built.</summary>
internal sealed class DocumentColumns
{
    private readonly ByteBuffer _papers = new();
    private readonly ByteBuffer _ordinals = new();
    private readonly ByteBuffer _fields = new();
    private readonly ByteBuffer _titleLengths = new();
    private readonly ByteBuffer _textLengths = new();
    private int _count;

    /// <summary>Adds a document and returns its number.</summary>
    public int Add(int paper, int ordinal, PaperField field, int titleLength, int textLength)
    {
        _papers.WriteInt32(paper);
        _ordinals.WriteInt32(ordinal);
        _fields.WriteByte((byte)field);
        _titleLengths.WriteInt32(titleLength);
        _textLengths.WriteInt32(textLength);
        return _count++;
    }

    public void Write(SegmentFileWriter file)
    {
        file.WriteSection(SegmentSection.DocumentPapers, _papers.Written);
        file.WriteSection(SegmentSection.DocumentOrdinals, _ordinals.Written);
        file.WriteSection(SegmentSection.DocumentFields, _fields.Written);
        file.WriteSection(SegmentSection.DocumentTitleLengths, _titleLengths.Written);
        file.WriteSection(SegmentSection.DocumentTextLengths, _textLengths.Written);
    }
}
