namespace PaperChat.Hosting;

/// <summary>
/// A program's standard input, read so that waiting for it can be cancelled: the system's own stream waits on whatever happens,
/// and Ctrl+C would have to kill a program whose input is a silent pipe.
/// </summary>
internal sealed class StandardInputStream(Stream input) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => input.Read(buffer, offset, count);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        // An abandoned reading may still end later; it must not write into memory that is somebody else's by then.
        var own = new byte[buffer.Length];
        var count = await Task.Run(() => input.Read(own, 0, own.Length), cancellationToken).WaitAsync(cancellationToken);
        own.AsSpan(0, count).CopyTo(buffer.Span);
        return count;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
