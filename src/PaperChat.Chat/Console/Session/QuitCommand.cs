namespace PaperChat.Chat.Console.Session;

internal static class QuitCommand
{
    public static SlashCommand Command { get; } = new("quit", "", "leave", (_, _, _) => Task.FromResult(false));
}
