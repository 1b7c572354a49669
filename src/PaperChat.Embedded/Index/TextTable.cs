namespace PaperChat.Embedded.Index;

/// <summary>A list of texts on its way into a segment.</summary>
internal sealed class TextTable
{
    private readonly ByteBuffer _offsets = new();
    private readonly ByteBuffer _bytes = new();

    public void Add(ReadOnlySpan<char> text)
    {
        _offsets.WriteInt32(_bytes.Length);
        _bytes.WriteText(text);
    }

    public void Add(ReadOnlySpan<byte> utf8)
    {
        _offsets.WriteInt32(_bytes.Length);
        _bytes.WriteBytes(utf8);
    }

    public void Write(SegmentFileWriter file, SegmentSection offsets, SegmentSection bytes)
    {
        _offsets.WriteInt32(_bytes.Length);
        file.WriteSection(offsets, _offsets.Written);
        file.WriteSection(bytes, _bytes.Written);
    }
}
