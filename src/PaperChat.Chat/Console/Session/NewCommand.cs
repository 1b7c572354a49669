namespace PaperChat.Chat.Console.Session;

internal static class NewCommand
{
    public static SlashCommand Command { get; } = new("new", "", "start afresh: the next question follows up on nothing", RunAsync);

    private static Task<bool> RunAsync(ChatSession session, string arguments, CancellationToken cancellationToken)
    {
        session.Conversation.Clear();
        var filters = session.Conversation.Filters;
        session.Say(filters.IsEmpty
            ? "A new conversation."
            : $"A new conversation. The filter stays: {FilterText.Describe(filters)} (/filter off takes it away).");
        return Task.FromResult(true);
    }
}
