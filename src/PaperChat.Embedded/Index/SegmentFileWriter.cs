namespace PaperChat.Embedded.Index;

/// <summary>
/// Writes one segment file: the postings as they come, then the other sections, then the header in front. Until the header is
/// there the file is no segment; it counts only once the catalogue names it.
/// </summary>
internal sealed class SegmentFileWriter : IDisposable
{
    private readonly Stream _stream;
    private readonly SectionRange[] _sections = new SectionRange[SegmentHeader.SectionCount];
    private long _at;
    private long _postings;

    public SegmentFileWriter(Stream stream)
    {
        _stream = stream;
        Write(new byte[SegmentHeader.Size]);
    }

    /// <summary>Appends one term's lists, and says where they stand.</summary>
    public TermEntry WritePostings(int documents, ReadOnlySpan<byte> postings, ReadOnlySpan<byte> places)
    {
        var entry = new TermEntry(_postings, documents, postings.Length, places.Length, Checksum.Of(postings), Checksum.Of(places));
        Write(postings);
        Write(places);
        _postings += postings.Length + places.Length;
        return entry;
    }

    /// <summary>Ends the postings; they are the first section in the file.</summary>
    public void EndPostings()
    {
        _sections[(int)SegmentSection.Postings] = new SectionRange(SegmentHeader.Size, _postings, 0);
        Pad();
    }

    public void WriteSection(SegmentSection section, ReadOnlySpan<byte> content)
    {
        _sections[(int)section] = new SectionRange(_at, content.Length, Checksum.Of(content));
        Write(content);
        Pad();
    }

    public void Finish()
    {
        _stream.Position = 0;
        _stream.Write(SegmentHeader.Write(_sections));
        _stream.Flush();

        // On the disk before the catalogue names it.
        (_stream as FileStream)?.Flush(flushToDisk: true);
    }

    public void Dispose() => _stream.Dispose();

    private void Write(ReadOnlySpan<byte> bytes)
    {
        _stream.Write(bytes);
        _at += bytes.Length;
    }

    private void Pad() => Write(new byte[(int)((8 - (_at % 8)) % 8)]);
}
