namespace PaperChat.Sources.Tests;

/// <summary>A start, many letters and an end, of which nothing is kept in memory.</summary>
internal sealed class LongLineStream(string start, long letters, string end) : Stream
{
    private readonly MemoryStream _start = new(System.Text.Encoding.UTF8.GetBytes(start));
    private readonly MemoryStream _end = new(System.Text.Encoding.UTF8.GetBytes(end));
    private long _letters = letters;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = _start.Read(buffer, offset, count);
        if (read > 0 || _letters == 0)
        {
            return read > 0 ? read : _end.Read(buffer, offset, count);
        }

        read = (int)Math.Min(count, _letters);
        buffer.AsSpan(offset, read).Fill((byte)'a');
        _letters -= read;
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
