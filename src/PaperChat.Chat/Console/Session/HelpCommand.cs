using PaperChat.Chat.Console.Rendering;

namespace PaperChat.Chat.Console.Session;

internal static class HelpCommand
{
    private const int NameColumn = 18;

    public static SlashCommand Command { get; } = new("help", "", "what can be typed here", RunAsync);

    private static Task<bool> RunAsync(ChatSession session, string arguments, CancellationToken cancellationToken)
    {
        session.Say("Type a question and press Enter. A question may follow up on the one before.");
        foreach (var command in SlashCommands.All)
        {
            var name = $"/{command.Name} {command.Arguments}".TrimEnd();
            session.Console.Write(new Spectre.Console.Text(name.PadRight(NameColumn), Palette.Citation));
            new FlowWriter(session.Console, NameColumn).Continue(NameColumn).Write(command.Description).EndLine();
        }

        session.Say("N is the number in front of a paper in the last list, such as 1 for [1].", Palette.Note);
        session.Say("A question may hold filters too: year:2023.. venue:ICLR author:\"Jane Doe\"", Palette.Note);
        session.Say("Ctrl+C stops an answer, Ctrl+D leaves. Up and Down bring back what you typed.", Palette.Note);
        return Task.FromResult(true);
    }
}
