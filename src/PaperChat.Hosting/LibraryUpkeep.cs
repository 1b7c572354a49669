using PaperChat.Embedded;
using PaperChat.Library;
using PaperChat.Qdrant;

namespace PaperChat.Hosting;

/// <summary>What the owner of a library does with it as a whole, wherever it is.</summary>
public static class LibraryUpkeep
{
    private const int HashInName = 8;

    /// <summary>Checks every paper and what is made of it; changes nothing. No findings means all is well.</summary>
    public static Task<IReadOnlyList<LibraryFinding>> VerifyAsync(CommandContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Settings.IsQdrant
            ? QdrantLibraryMaintenance.VerifyAsync(context.Settings.Qdrant, context.Time, cancellationToken)
            : EmbeddedLibraryMaintenance.VerifyAsync(context.Settings.Library.Path, cancellationToken);
    }

    /// <summary>Builds the search structures of a folder anew; false on a server, which does it by itself.</summary>
    public static async Task<bool> CompactAsync(CommandContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!context.Settings.IsQdrant)
        {
            await EmbeddedLibraryMaintenance.CompactAsync(
                context.Settings.Library.Path, context.Time, await LibraryDoor.ModelToWriteAsync(context, cancellationToken), cancellationToken);
        }

        return !context.Settings.IsQdrant;
    }

    /// <summary>
    /// Writes one file that holds the whole library; one that is there already is refused. A library on a server is first copied into a
    /// folder beside the file, which is deleted afterwards.
    /// </summary>
    public static async Task ExportAsync(CommandContext context, string file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!context.Settings.IsQdrant)
        {
            await EmbeddedLibraryMaintenance.ExportAsync(context.Settings.Library.Path, file, cancellationToken);
            return;
        }

        if (File.Exists(file))
        {
            throw new LibraryException($"{file} is there already. Choose another name for the backup, or remove it first.");
        }

        var folder = Directory.CreateDirectory($"{Path.GetFullPath(file)}.{Guid.NewGuid():N}").FullName;
        try
        {
            await using (var writer = await EmbeddedLibraryWriter.OpenAsync(folder, context.Time, cancellationToken))
            {
                await CopyFromServerAsync(context, writer, progress: null, cancellationToken);
            }

            await EmbeddedLibraryMaintenance.ExportAsync(folder, file, cancellationToken);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Adds what a backup holds; returns the number of papers in it.</summary>
    public static async Task<long> ImportAsync(CommandContext context, string file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var model = await LibraryDoor.ModelToWriteAsync(context, cancellationToken);
        if (!context.Settings.IsQdrant)
        {
            return await EmbeddedLibraryMaintenance.ImportAsync(context.Settings.Library.Path, file, context.Time, model, cancellationToken);
        }

        await using var writer = await QdrantLibraryWriter.OpenAsync(context.Settings.Qdrant, context.Time, model, isTrial: false, cancellationToken);
        return await EmbeddedLibraryMaintenance.ImportAsync(writer, file, cancellationToken);
    }

    /// <summary>
    /// Makes all vectors anew by the configured model, or leaves them out where that is none. In a folder in place. A collection keeps the
    /// vectors that it was made with, and serves on: the papers are copied into another one beside it.
    /// </summary>
    public static async Task<ReembeddedLibrary> ReembedAsync(CommandContext context, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var model = await LibraryDoor.ModelToWriteAsync(context, cancellationToken);
        var settings = context.Settings;
        if (!settings.IsQdrant)
        {
            await EmbeddedLibraryMaintenance.ReembedAsync(settings.Library.Path, context.Time, model, progress, cancellationToken);
            return new ReembeddedLibrary(settings.Location, NewCollection: null);
        }

        var name = $"{settings.Qdrant.Collection}-{(model is null ? "words" : model.Info.Hash[..Math.Min(HashInName, model.Info.Hash.Length)])}";
        var target = settings.Qdrant with { Collection = name };
        await using var writer = await QdrantLibraryWriter.OpenAsync(target, context.Time, model, isTrial: false, cancellationToken);
        await CopyFromServerAsync(context, writer, progress, cancellationToken);
        return writer.EmbeddingFailure is null ? new ReembeddedLibrary(QdrantSettings.LocationOf(target), name) : throw writer.EmbeddingFailure;
    }

    private static async Task CopyFromServerAsync(CommandContext context, IPaperLibraryWriter writer, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        var source = context.Settings.Qdrant;
        var runs = await QdrantLibraryMaintenance.ReadRunsAsync(source, context.Time, cancellationToken);
        await LibraryCopy.FillAsync(writer, QdrantLibraryMaintenance.ReadEntriesAsync(source, context.Time, cancellationToken), runs, progress, cancellationToken);
    }
}
