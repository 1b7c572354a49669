using PaperChat.Chat.Console.Rendering;

namespace PaperChat.Chat.Console.Session;

internal static class HistoryCommand
{
    private const int Indent = 4;

    public static SlashCommand Command { get; } = new("history", "", "the questions of this conversation", RunAsync);

    private static Task<bool> RunAsync(ChatSession session, string arguments, CancellationToken cancellationToken)
    {
        var turns = session.Conversation.Turns;
        if (turns.Count == 0)
        {
            session.Say("No question has been asked yet.");
        }

        for (var i = 0; i < turns.Count; i++)
        {
            var outcome = turns[i].Answer switch
            {
                null => " (stopped)",
                { Answered: false } => " (no answer)",
                _ => "",
            };
            session.Console.Write(new Spectre.Console.Text(PaperLines.Rank(i + 1).PadRight(Indent), Palette.Citation));
            new FlowWriter(session.Console, Indent).Continue(Indent).Write(turns[i].Question + outcome).EndLine();
        }

        return Task.FromResult(true);
    }
}
