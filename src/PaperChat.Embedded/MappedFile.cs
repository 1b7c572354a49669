using System.IO.MemoryMappedFiles;

namespace PaperChat.Embedded;

/// <summary>
/// A file of the index in memory, for reading. It never changes; a writer may delete it while it is mapped. The owner disposes it once
/// nobody reads from it any more: what is read after that ends the process.
/// </summary>
internal sealed unsafe class MappedFile : IDisposable
{
    private readonly MemoryMappedFile _map;
    private readonly MemoryMappedViewAccessor _view;

    private MappedFile(string name, MemoryMappedFile map, long length)
    {
        Name = name;
        Length = length;
        _map = map;
        _view = map.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read);
        byte* start = null;
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        Start = start + _view.PointerOffset;
    }

    public string Name { get; }

    public long Length { get; }

    public byte* Start { get; }

    /// <exception cref="InvalidDataException">The file is shorter than <paramref name="leastLength"/>, which is at least 1.</exception>
    public static MappedFile Open(string path, int leastLength)
    {
        // Delete is shared, so that a writer may drop the file while it is read.
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        if (stream.Length < leastLength)
        {
            throw new InvalidDataException("it is cut short");
        }

        var map = MemoryMappedFile.CreateFromFile(stream, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        try
        {
            return new MappedFile(Path.GetFileName(path), map, stream.Length);
        }
        catch
        {
            map.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _map.Dispose();
    }
}
