using System.IO.Compression;

namespace PaperChat.Sources.Inputs;

/// <summary>One file of a zip archive, with the archive opened for it alone; closing it closes the archive.</summary>
internal sealed class ZipEntryStream : ReadOnlyStream
{
    private readonly ZipArchive _archive;
    private readonly Stream _content;

    /// <exception cref="InvalidDataException">The archive is damaged, or the entry is encrypted.</exception>
    public ZipEntryStream(Stream file, int entry)
    {
        try
        {
            _archive = new ZipArchive(file, ZipArchiveMode.Read);
            var found = _archive.Entries[entry];
            var compressed = Math.Max(1, found.CompressedLength);
            _content = new BoundedDecompression(found.Open(), () => compressed);
        }
        catch
        {
            _archive?.Dispose();
            file.Dispose();
            throw;
        }
    }

    public override int Read(Span<byte> buffer) => _content.Read(buffer);

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => _content.ReadAsync(buffer, cancellationToken);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _content.Dispose();
            _archive.Dispose();
        }

        base.Dispose(disposing);
    }
}
