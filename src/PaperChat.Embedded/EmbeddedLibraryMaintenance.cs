using System.Runtime.CompilerServices;
using PaperChat.Embedded.Catalogue;
using PaperChat.Library;

namespace PaperChat.Embedded;

/// <summary>What the owner of a library in a folder can do with it as a whole.</summary>
public static class EmbeddedLibraryMaintenance
{
    private const int PapersAtOnce = 500;

    /// <summary>Whether a folder holds a library, whatever its state.</summary>
    public static bool Exists(string folder) => LibraryFolder.At(folder).HoldsLibrary;

    /// <summary>
    /// Checks the catalogue (its own structure, each paper's hash, each chunk's place), the checksums of the index, and that the
    /// index holds exactly the catalogue's chunks. Reads everything once; changes nothing. No findings means all is well.
    /// </summary>
    public static Task<IReadOnlyList<LibraryFinding>> VerifyAsync(string folder, CancellationToken cancellationToken)
    {
        var at = LibraryFolder.At(folder);
        at.RequireLibrary();
        return Task.Run<IReadOnlyList<LibraryFinding>>(() => new LibraryCheck(at, cancellationToken).Run(), cancellationToken);
    }

    /// <summary>Makes the index anew from the catalogue, as one segment, and gives unused room back.</summary>
    public static Task CompactAsync(string folder, TimeProvider time, CancellationToken cancellationToken) =>
        CompactAsync(folder, time, model: null, cancellationToken);

    /// <summary>The same for a library with vectors, which are made anew too: by the model that made them.</summary>
    /// <exception cref="IndexIncompatibleException">The library's vectors were made by another model.</exception>
    public static async Task CompactAsync(string folder, TimeProvider time, EmbeddingModel? model, CancellationToken cancellationToken)
    {
        LibraryFolder.At(folder).RequireLibrary();
        await using var writer = await EmbeddedLibraryWriter.OpenAsync(folder, time, WriterFaults.None, anyAnalyzer: true, cancellationToken, model);
        await writer.CompactAsync(cancellationToken);
    }

    /// <summary>
    /// Makes all vectors anew by another model, or takes them out where it is null. Readers are served with the old ones until the
    /// new ones are complete. Stopped at any time it loses little: the next call with the same model goes on.
    /// </summary>
    /// <param name="folder">A folder with a library, with vectors or without.</param>
    /// <param name="time">The clock.</param>
    /// <param name="model">The new model; the caller owns it.</param>
    /// <param name="progress">Told the number of chunks that have their vectors.</param>
    /// <param name="cancellationToken">Stops between two batches.</param>
    public static async Task ReembedAsync(
        string folder, TimeProvider time, EmbeddingModel? model, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        LibraryFolder.At(folder).RequireLibrary();
        await using var writer = await EmbeddedLibraryWriter.OpenAsync(
            folder, time, WriterFaults.None, anyAnalyzer: false, cancellationToken, model, anyModel: true);
        await writer.ReembedAsync(model, progress, cancellationToken);
    }

    /// <summary>All papers with chunks, provenance and aliases, in the order in which they came in, to be copied into another library.</summary>
    public static async IAsyncEnumerable<PaperEntry> ReadEntriesAsync(string folder, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var at = LibraryFolder.At(folder);
        at.RequireLibrary();
        using var catalogue = await Task.Run(() => Backup.Open(at.Catalogue), cancellationToken);
        while (await Task.Run(() => catalogue.Next(PapersAtOnce), cancellationToken) is { Count: > 0 } entries)
        {
            foreach (var entry in entries)
            {
                yield return entry;
            }
        }
    }

    /// <summary>
    /// Writes one file that holds the whole library: papers, aliases, provenance, runs. The file is there complete or not at all;
    /// one that is there already is refused. Writers may go on meanwhile.
    /// </summary>
    public static Task ExportAsync(string folder, string file, CancellationToken cancellationToken)
    {
        var at = LibraryFolder.At(folder);
        at.RequireLibrary();
        return Task.Run(() => Backup.Export(at, Path.GetFullPath(file)), cancellationToken);
    }

    /// <summary>
    /// Adds what a backup holds, in one commit, to a new library or to what is there (as if its papers were ingested again).
    /// Returns the number of papers in the backup.
    /// </summary>
    public static Task<long> ImportAsync(string folder, string file, TimeProvider time, CancellationToken cancellationToken) =>
        ImportAsync(folder, file, time, model: null, cancellationToken);

    /// <summary>The same with the model that makes vectors of what is added; backups hold none.</summary>
    public static async Task<long> ImportAsync(
        string folder, string file, TimeProvider time, EmbeddingModel? model, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(file);
        using var backup = Backup.Open(Path.GetFullPath(file));
        await using var writer = await EmbeddedLibraryWriter.OpenAsync(folder, time, model, cancellationToken);
        return await ImportAsync(backup, writer, cancellationToken);
    }

    /// <summary>The same for any library's writer; the caller owns it.</summary>
    public static async Task<long> ImportAsync(IPaperLibraryWriter writer, string file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentException.ThrowIfNullOrWhiteSpace(file);
        using var backup = Backup.Open(Path.GetFullPath(file));
        return await ImportAsync(backup, writer, cancellationToken);
    }

    private static async Task<long> ImportAsync(Backup backup, IPaperLibraryWriter writer, CancellationToken cancellationToken)
    {
        var count = 0L;
        while (backup.Next(PapersAtOnce) is { Count: > 0 } entries)
        {
            await writer.UpsertAsync(entries, cancellationToken);
            count += entries.Count;
        }

        foreach (var run in backup.Runs())
        {
            await writer.RecordRunAsync(run, cancellationToken);
        }

        await writer.CommitAsync(cancellationToken);
        return count;
    }
}
