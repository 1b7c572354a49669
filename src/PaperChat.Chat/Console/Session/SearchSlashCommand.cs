using PaperChat.Chat.Console.Rendering;
using PaperChat.Retrieval;

namespace PaperChat.Chat.Console.Session;

internal static class SearchSlashCommand
{
    public static SlashCommand Command { get; } = new("search", "WORDS", "list the papers that match, without an answer", RunAsync);

    private static async Task<bool> RunAsync(ChatSession session, string arguments, CancellationToken cancellationToken)
    {
        if (arguments.Length == 0)
        {
            session.Say("Say what to look for: /search sparse attention");
            return true;
        }

        var query = new PaperQuery { Text = arguments, Filters = session.Conversation.Filters, Limit = session.Limit ?? 5 };
        var result = await session.Search.SearchAsync(query, cancellationToken);
        new SearchRenderer(session.Console, quiet: false).Write(result);
        session.Conversation.Show(result.Hits);
        return true;
    }
}
