using PaperChat.Embedded.Vectors;
using PaperChat.Library;

namespace PaperChat.Embedded.Index;

/// <summary>
/// Writes and opens the files of segments: the segment's own, and its vectors in a library that has them. A file is on the disk
/// when the call that writes it returns.
/// </summary>
internal sealed class SegmentFiles(LibraryFolder folder, WriterFaults faults)
{
    /// <summary>The model of the library's vectors; null when it has none. Set before anything is written.</summary>
    public EmbeddingModelInfo? Model { get; set; }

    /// <param name="number">A number that no segment had before.</param>
    /// <param name="write">Writes the segment.</param>
    /// <param name="rows">The vectors of its documents; called in a library with vectors.</param>
    public void Write(long number, Action<Stream> write, Func<DocumentRows> rows)
    {
        WriteFile(LibraryFolder.SegmentName(number), write);
        if (Model is not null)
        {
            WriteVectors(number, rows());
        }
    }

    public void WriteVectors(long number, DocumentRows rows)
    {
        var model = Model ?? throw new InvalidOperationException("The library has no vectors.");
        WriteFile(
            LibraryFolder.VectorsName(number, model),
            stream => VectorFileWriter.Write(stream, new VectorFormat(model.Dimension, rows.Count), rows.Row));
    }

    public void WriteFile(string name, Action<Stream> write)
    {
        faults.Step("create " + name);
        using (var stream = faults.Create(folder.File(name)))
        {
            write(stream);
        }

        faults.Step("created " + name);
    }

    /// <summary>Opens a segment that was written whole.</summary>
    public LiveSegment Open(long number)
    {
        var file = SegmentFile.Open(folder.File(LibraryFolder.SegmentName(number)));
        try
        {
            return new LiveSegment(number, file, null, null) { Vectors = OpenVectors(number, file.Documents) };
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public VectorFile? OpenVectors(long number, int documents) =>
        Model is { } model ? SegmentVectors.Open(folder, number, model, documents) : null;

    /// <summary>The names of the files that <see cref="Write"/> makes for a number.</summary>
    public IEnumerable<string> NamesOf(long number)
    {
        yield return LibraryFolder.SegmentName(number);
        if (Model is { } model)
        {
            yield return LibraryFolder.VectorsName(number, model);
        }
    }
}
