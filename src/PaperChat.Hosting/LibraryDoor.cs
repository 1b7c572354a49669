using PaperChat.Embedded;
using PaperChat.Library;

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
        return OpenAsync(context.Settings.Library, context, cancellationToken);
    }

    /// <summary>Opens the library for writing, creating it where there is none; a second writer is a <see cref="LibraryException"/>.</summary>
    public static Task<IPaperLibraryWriter> OpenWriterAsync(CommandContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return OpenWriterAsync(context.Settings.Library, context, cancellationToken);
    }

    /// <summary>Whether there is a library in the folder, empty or not.</summary>
    public static bool Exists(CommandContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return EmbeddedLibrary.ExistsIn(context.Settings.Library.Path);
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

    /// <summary>The model that makes a library's vectors; null where the configuration wants none.</summary>
    /// <exception cref="PaperChatException">How long its vectors are is not known, and its service does not answer.</exception>
    public static async Task<EmbeddingModel?> ModelToWriteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        await context.Settings.PrepareEmbeddingModelAsync(toWrite: true, cancellationToken);
        return context.Settings.EmbeddingModel;
    }
}
