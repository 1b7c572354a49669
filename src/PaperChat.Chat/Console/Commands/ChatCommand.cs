using PaperChat.Hosting;

namespace PaperChat.Chat.Console.Commands;

/// <summary><c>paperchat [chat]</c>.</summary>
internal sealed class ChatCommand(LibraryOpener open)
{
    public async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        await FirstRun.PrepareAsync(context, open, cancellationToken);
        await using var library = await open(context, cancellationToken);
        return ExitCode.Done;
    }
}
