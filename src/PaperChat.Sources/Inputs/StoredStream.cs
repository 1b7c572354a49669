namespace PaperChat.Sources.Inputs;

/// <summary>The stored bytes: those that recognition has taken already, then the rest. Counts what it gives out.</summary>
internal sealed class StoredStream(ReadOnlyMemory<byte> taken, Stream rest) : ReadOnlyStream
{
    private ReadOnlyMemory<byte> _taken = taken;

    public long BytesRead { get; private set; }

    public override int Read(Span<byte> buffer) => Count(_taken.IsEmpty ? rest.Read(buffer) : Take(buffer));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Count(_taken.IsEmpty ? await rest.ReadAsync(buffer, cancellationToken) : Take(buffer.Span));

    private int Take(Span<byte> buffer)
    {
        var count = Math.Min(buffer.Length, _taken.Length);
        _taken.Span[..count].CopyTo(buffer);
        _taken = _taken[count..];
        return count;
    }

    private int Count(int count)
    {
        BytesRead += count;
        return count;
    }
}
