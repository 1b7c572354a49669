using PaperChat.Chat.Console.Rendering;

namespace PaperChat.Chat.Console.Session;

internal static class SourcesCommand
{
    public static SlashCommand Command { get; } = new("sources", "", "the sources of the last answer, with the quoted sentences", RunAsync);

    private static Task<bool> RunAsync(ChatSession session, string arguments, CancellationToken cancellationToken)
    {
        var answer = session.Conversation.Turns.LastOrDefault(t => t.Answer is { Answered: true })?.Answer;
        if (answer is null)
        {
            session.Say("No answer has been given yet.");
            return Task.FromResult(true);
        }

        foreach (var citation in answer.Citations.OrderBy(c => c.Number))
        {
            PaperLines.Write(session.Console, PaperLines.Key(citation.Number), citation.Paper);
            foreach (var quote in citation.Quotes)
            {
                new FlowWriter(session.Console, indent: 4).Write(PaperText.Quoted(quote)).EndLine();
            }
        }

        session.Conversation.Show([.. answer.Citations.Select(c => new ListedPaper(c.Number, c.Paper, c.Quotes))]);
        return Task.FromResult(true);
    }
}
