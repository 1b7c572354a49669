namespace PaperChat.Sources.Inputs;

/// <summary>
/// Decompressed data that may not grow without bound: papers compress to a tenth, made-up text to a hundredth of their size, bombs to a
/// thousandth. <paramref name="stored"/> counts the compressed bytes that were taken. It owns <paramref name="decompressed"/>.
/// </summary>
internal sealed class BoundedDecompression(Stream decompressed, Func<long> stored) : ReadOnlyStream
{
    /// <summary>Below this size the ratio says nothing.</summary>
    public const long AlwaysAllowed = 64 * 1024 * 1024;

    /// <summary>Decompressed bytes for a compressed one.</summary>
    public const int HighestRatio = 300;

    private long _size;

    public override int Read(Span<byte> buffer) => Count(decompressed.Read(buffer));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Count(await decompressed.ReadAsync(buffer, cancellationToken));

    public override async ValueTask DisposeAsync()
    {
        await decompressed.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            decompressed.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Count(int count)
    {
        _size += count;
        return _size <= AlwaysAllowed || _size / HighestRatio <= stored() ? count : throw new InputLimitException(
            $"it grows to more than {HighestRatio} times its size when it is decompressed, as no papers do. It is refused from there on.");
    }
}
