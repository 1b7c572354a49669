using PaperChat.Hosting;
using PaperChat.Library;

namespace PaperChat.Chat.Console.Commands;

/// <summary>How commands come to a library. Whoever opens a reader or a writer disposes it.</summary>
internal sealed record LibraryAccess
{
    public required Func<CommandContext, CancellationToken, Task<IPaperLibrary>> OpenAsync { get; init; }

    /// <summary>
    /// Opens for reading; an empty default library gets the sample first where the function (asked only then) agrees, or where
    /// it is null because nobody can be asked.
    /// </summary>
    public required Func<CommandContext, Func<CancellationToken, Task<bool>>?, CancellationToken, Task<IPaperLibrary>> OpenOrOfferAsync { get; init; }

    /// <summary>Opens for reading as it was at the end of a day; null for libraries that keep no past.</summary>
    public Func<CommandContext, DateOnly, CancellationToken, Task<IPaperLibrary>>? OpenAsOfAsync { get; init; }

    public required Func<CommandContext, CancellationToken, Task<IPaperLibraryWriter>> OpenWriterAsync { get; init; }

    /// <summary>Opens a library apart, which is named by a folder, for reading.</summary>
    public required Func<string, CommandContext, CancellationToken, Task<IPaperLibrary>> OpenAtAsync { get; init; }

    /// <summary>The same for writing; creates it where there is none.</summary>
    public required Func<string, CommandContext, CancellationToken, Task<IPaperLibraryWriter>> OpenWriterAtAsync { get; init; }

    /// <summary>Takes away what of such a library is not in the folder.</summary>
    public Func<string, CommandContext, CancellationToken, Task> DeleteAtAsync { get; init; } = (_, _, _) => Task.CompletedTask;

    /// <summary>The library that the command line names.</summary>
    public static LibraryAccess Named { get; } = new()
    {
        OpenAsync = LibraryDoor.OpenAsync,
        OpenOrOfferAsync = SampleLibrary.OpenAsync,
        OpenAsOfAsync = (context, day, token) => new LibraryAsOf(context, day).OpenAsync(token),
        OpenWriterAsync = LibraryDoor.OpenWriterAsync,
        OpenAtAsync = LibraryDoor.OpenApartAsync,
        OpenWriterAtAsync = LibraryDoor.OpenWriterApartAsync,
        DeleteAtAsync = LibraryDoor.DeleteApartAsync,
    };
}
