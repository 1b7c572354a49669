namespace PaperChat.Sources.Inputs;

/// <summary>
/// An input as its reader sees it: decompressed, in UTF-8 where a byte order mark told another encoding. A read that fails
/// ends the stream and is kept in <see cref="Failure"/>: readers finish what they have and never see the exception; whoever
/// drives them reports it last.
/// </summary>
internal sealed class InputStream(Stream decoded, StoredStream stored) : ReadOnlyStream
{
    /// <summary>In stored bytes, compressed or not.</summary>
    public long BytesRead => stored.BytesRead;

    /// <summary>In bytes given to the reader.</summary>
    public long DecodedBytes { get; private set; }

    public Exception? Failure { get; private set; }

    /// <summary>True when the input ended before its time: the last record is not whole, whatever it looks like.</summary>
    public bool IsBroken => Failure is not null;

    public override int Read(Span<byte> buffer)
    {
        try
        {
            return Count(IsBroken ? 0 : decoded.Read(buffer));
        }
        catch (Exception failure) when (InputFailure.IsOne(failure))
        {
            Failure = failure;
            return 0;
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            return Count(IsBroken ? 0 : await decoded.ReadAsync(buffer, cancellationToken));
        }
        catch (Exception failure) when (InputFailure.IsOne(failure))
        {
            Failure = failure;
            return 0;
        }
    }

    /// <summary>All that is left; null when it is more than <paramref name="most"/> bytes.</summary>
    public async Task<ReadOnlyMemory<byte>?> ReadToEndAsync(int most, CancellationToken cancellationToken)
    {
        using var all = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (var count = 1; count > 0;)
        {
            count = await ReadAsync(buffer, cancellationToken);
            await all.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
            if (all.Length > most)
            {
                return null;
            }
        }

        return all.GetBuffer().AsMemory(0, (int)all.Length);
    }

    public override async ValueTask DisposeAsync()
    {
        await decoded.DisposeAsync();
        await base.DisposeAsync();
    }

    private int Count(int count)
    {
        DecodedBytes += count;
        return count;
    }
}
