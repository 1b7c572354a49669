using PaperChat.Library;

namespace PaperChat.Chat.Console.Session;

internal static class FilterCommand
{
    public static SlashCommand Command { get; } =
        new("filter", "FILTERS", "search only some, such as year:2023.. venue:ICLR; off ends it", RunAsync);

    private static async Task<bool> RunAsync(ChatSession session, string arguments, CancellationToken cancellationToken)
    {
        if (arguments.Equals("off", StringComparison.OrdinalIgnoreCase))
        {
            session.Conversation.Filters = SearchFilters.None;
        }
        else if (arguments.Length > 0)
        {
            if (!FilterText.TryParse(arguments, session.Conversation.Filters, out var filters, out var problem))
            {
                session.Say(problem);
                return true;
            }

            session.Conversation.Filters = filters;
        }

        var now = session.Conversation.Filters;
        var matching = await session.Library.CountAsync(now, cancellationToken);
        session.Say(now.IsEmpty
            ? $"No filter: all {matching} papers are searched. Set one with /filter year:2023.. venue:ICLR"
            : $"Searched now: {matching} papers with {FilterText.Describe(now)} (/filter off searches all again)");
        return true;
    }
}
