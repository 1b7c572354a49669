using PaperChat.Chat.Console.Rendering;
using PaperChat.Comparison;
using PaperChat.Papers;

namespace PaperChat.Chat.Console.Session;

internal static class CompareSlashCommand
{
    public static SlashCommand Command { get; } =
        new("compare", "N N", "papers side by side; also A | B by name; add : ASPECT", RunAsync);

    private static async Task<bool> RunAsync(ChatSession session, string arguments, CancellationToken cancellationToken)
    {
        if (await ComparedPapers.ReadAsync(session, arguments, cancellationToken) is not { } compared)
        {
            return true;
        }

        if (compared.Aspect is null)
        {
            await TableAsync(session, compared.Papers, cancellationToken);
            return true;
        }

        if (await AspectComparison.FindAsync(session.Pipeline, compared, cancellationToken) is not { } found)
        {
            session.Say(AspectComparison.Silent, Palette.Warning);
            return true;
        }

        if (found.Warning is { } warning)
        {
            session.Say(warning, Palette.Warning);
        }

        await session.AskAsync(found.Question, ComparisonQuestion.Of(compared.Papers, compared.Aspect), cancellationToken);
        return true;
    }

    private static async Task TableAsync(ChatSession session, IReadOnlyList<Paper> papers, CancellationToken cancellationToken)
    {
        var comparison = ComparisonBuilder.Build(papers, []);
        if (session.Comparison is { } model)
        {
            comparison = await model.RewriteAsync(comparison, cancellationToken);
        }

        new ComparisonRenderer(session.Console, session.Quiet).Write(comparison);
        var question = ComparisonQuestion.Of(papers, aspect: null);
        session.Conversation.Add(question, ComparisonTurn.Of(comparison, question));
    }
}
