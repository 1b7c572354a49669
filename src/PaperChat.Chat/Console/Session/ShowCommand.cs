using PaperChat.Chat.Console.Rendering;

namespace PaperChat.Chat.Console.Session;

internal static class ShowCommand
{
    public static SlashCommand Command { get; } = new("show", "N", "the abstract of paper N, the quoted words highlighted", RunAsync);

    private static Task<bool> RunAsync(ChatSession session, string arguments, CancellationToken cancellationToken)
    {
        if (PaperNumber.Find(session, arguments, "show") is { } found)
        {
            new AbstractView(session.Console).Write(found.Paper, found.Quotes);
        }

        return Task.FromResult(true);
    }
}
