using PaperChat.Chat.Console.Rendering;

namespace PaperChat.Chat.Console.Session;

internal static class SimilarSlashCommand
{
    private const int DefaultLimit = 5;

    public static SlashCommand Command { get; } = new("similar", "N", "list papers like paper N", RunAsync);

    private static async Task<bool> RunAsync(ChatSession session, string arguments, CancellationToken cancellationToken)
    {
        if (PaperNumber.Find(session, arguments, "similar") is { } found)
        {
            var result = await session.Similar.FindAsync(
                found.Paper, session.Conversation.Filters, session.Limit ?? DefaultLimit, cancellationToken);
            new SearchRenderer(session.Console, quiet: false).Write(result);
            session.Conversation.Show(result.Hits);
        }

        return true;
    }
}
