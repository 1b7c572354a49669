using PaperChat.Embedded;
using PaperChat.Library;
using PaperChat.Qdrant;

namespace PaperChat.Hosting;

/// <summary>
/// Opens the library that the settings name; the one place that knows which implementation it is. Whoever opens a reader or a
/// writer disposes it.
/// </summary>
public static class LibraryDoor
{
    /// <summary>Opens the library for reading, beside readers and a writer in other processes.</summary>
    public static Task<IPaperLibrary> OpenAsync(CommandContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Settings.IsQdrant ? OpenQdrantAsync(context, cancellationToken) : OpenAsync(context.Settings.Library, context, cancellationToken);
    }

    /// <summary>Opens the library for writing, creating it where there is none; a second writer is a <see cref="LibraryException"/>.</summary>
    public static async Task<IPaperLibraryWriter> OpenWriterAsync(CommandContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Settings.IsQdrant
            ? await QdrantLibraryWriter.OpenAsync(context.Settings.Qdrant, context.Time, await ModelToWriteAsync(context, cancellationToken), isTrial: false, cancellationToken)
            : await OpenWriterAsync(context.Settings.Library, context, cancellationToken);
    }

    /// <summary>The same for a writer whose changes must never be committed, so that what they would be can be told: it makes no vectors.</summary>
    public static async Task<IPaperLibraryWriter> OpenTrialWriterAsync(CommandContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var model = await ModelToWriteAsync(context, cancellationToken) is { } own ? new EmbeddingModel(new NoVectors(own.Info)) : null;
        return context.Settings.IsQdrant
            ? await QdrantLibraryWriter.OpenAsync(context.Settings.Qdrant, context.Time, model, isTrial: true, cancellationToken)
            : await EmbeddedLibraryWriter.OpenAsync(context.Settings.Library.Path, context.Time, model, cancellationToken);
    }

    /// <summary>Whether there is a library in the folder, empty or not; one on a server is taken to be there.</summary>
    public static bool Exists(CommandContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Settings.IsQdrant || EmbeddedLibrary.ExistsIn(context.Settings.Library.Path);
    }

    /// <summary>Why a writer left chunks without vectors, how many, and how their vectors are made; null when it left none.</summary>
    public static string? WithoutVectors(IPaperLibraryWriter writer, CommandContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return writer switch
        {
            EmbeddedLibraryWriter { EmbeddingFailure: { } failure } embedded => FormattableString.Invariant(
                $"{failure.Message} All papers are in; {embedded.PassagesWithoutVectors:N0} passages have no vectors and are found by their words alone. Make their vectors with: paperchat-ingest reembed --library \"{context.Settings.Library.Path}\""),
            QdrantLibraryWriter { EmbeddingFailure: { } failure } qdrant => FormattableString.Invariant(
                $"{failure.Message} All papers are in; {qdrant.PassagesWithoutVectors:N0} passages have no vectors and are found by their words alone. The same command again makes their vectors."),
            _ => null,
        };
    }

    /// <summary>Opens a library in any folder for reading.</summary>
    /// <exception cref="IndexIncompatibleException">Its vectors were made by another model than the configured one.</exception>
    public static async Task<IPaperLibrary> OpenAsync(LibraryFolder folder, CommandContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(context);
        await context.Settings.PrepareEmbeddingModelAsync(toWrite: false, cancellationToken);
        return await EmbeddedLibrary.OpenAsync(folder.Path, context.Time, context.Settings.EmbeddingModel?.Info, cancellationToken);
    }

    /// <summary>Opens a library in any folder for writing, creating it where there is none.</summary>
    public static async Task<IPaperLibraryWriter> OpenWriterAsync(LibraryFolder folder, CommandContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(context);
        return await EmbeddedLibraryWriter.OpenAsync(folder.Path, context.Time, await ModelToWriteAsync(context, cancellationToken), cancellationToken);
    }

    /// <summary>
    /// Opens a library apart for writing, such as one for a measurement: in a folder, or on the server in a collection of the folder's
    /// name. <see cref="DeleteApartAsync"/> takes it away.
    /// </summary>
    public static async Task<IPaperLibraryWriter> OpenWriterApartAsync(string folder, CommandContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Settings.IsQdrant
            ? await QdrantLibraryWriter.OpenAsync(Apart(folder, context), context.Time, await ModelToWriteAsync(context, cancellationToken), isTrial: false, cancellationToken)
            : await OpenWriterAsync(new LibraryFolder(folder, IsExplicit: true), context, cancellationToken);
    }

    /// <summary>The same for reading.</summary>
    public static async Task<IPaperLibrary> OpenApartAsync(string folder, CommandContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Settings.IsQdrant
            ? await QdrantLibrary.OpenAsync(Apart(folder, context), context.Time, context.Settings.EmbeddingModel?.Info, cancellationToken)
            : await OpenAsync(new LibraryFolder(folder, IsExplicit: true), context, cancellationToken);
    }

    /// <summary>Deletes the collection of a library apart; the folder is the caller's.</summary>
    public static Task DeleteApartAsync(string folder, CommandContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Settings.IsQdrant ? QdrantLibraryMaintenance.DeleteAsync(Apart(folder, context), context.Time, cancellationToken) : Task.CompletedTask;
    }

    private static QdrantOptions Apart(string folder, CommandContext context) =>
        context.Settings.Qdrant with { Collection = Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)) };

    private static async Task<IPaperLibrary> OpenQdrantAsync(CommandContext context, CancellationToken cancellationToken)
    {
        await context.Settings.PrepareEmbeddingModelAsync(toWrite: false, cancellationToken);
        return await QdrantLibrary.OpenAsync(context.Settings.Qdrant, context.Time, context.Settings.EmbeddingModel?.Info, cancellationToken);
    }

    /// <summary>The model that makes a library's vectors; null where the configuration wants none.</summary>
    /// <exception cref="PaperChatException">How long its vectors are is not known, and its service does not answer.</exception>
    public static async Task<EmbeddingModel?> ModelToWriteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        await context.Settings.PrepareEmbeddingModelAsync(toWrite: true, cancellationToken);
        return context.Settings.EmbeddingModel;
    }
}
