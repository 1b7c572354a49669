using PaperChat.Hosting;
using PaperChat.Library;

namespace PaperChat.Ingestion.Watch;

/// <summary>How the watch comes to its library: opened for each use, so that others can write to it in between.</summary>
internal sealed record WatchLibrary
{
    /// <summary>For reading; null while there is none. Whoever opens it disposes it.</summary>
    public required Func<CancellationToken, Task<IPaperLibrary?>> OpenAsync { get; init; }

    /// <summary>For writing, made where there is none. Whoever opens it disposes it.</summary>
    public required Func<CancellationToken, Task<IPaperLibraryWriter>> OpenWriterAsync { get; init; }

    /// <summary>Why the last writer left chunks without vectors; null when it left none.</summary>
    public Func<IPaperLibraryWriter, string?> WithoutVectors { get; init; } = _ => null;

    /// <summary>The model of its vectors; null for words alone.</summary>
    public Func<EmbeddingModel?> Model { get; init; } = () => null;

    /// <summary>The library that a command line names.</summary>
    public static WatchLibrary Of(CommandContext context) => new()
    {
        OpenAsync = async cancellationToken => LibraryDoor.Exists(context) ? await LibraryDoor.OpenAsync(context, cancellationToken) : null,
        OpenWriterAsync = cancellationToken => LibraryDoor.OpenWriterAsync(context, cancellationToken),
        WithoutVectors = writer => LibraryDoor.WithoutVectors(writer, context),
        Model = () => context.Settings.EmbeddingModel,
    };
}
