using PaperChat.Chat.Console.Rendering;
using PaperChat.Chat.Console.Reviewing;
using PaperChat.Chat.Desk;
using PaperChat.Hosting;
using PaperChat.Review;

namespace PaperChat.Chat.Console.Session;

internal static class ReviewSlashCommand
{
    private const int MostPapers = 20;

    public static SlashCommand Command { get; } = new("review", "TOPIC", "papers on a topic by theme, every sentence cited", RunAsync);

    private static async Task<bool> RunAsync(ChatSession session, string arguments, CancellationToken cancellationToken)
    {
        if (arguments.Length == 0)
        {
            session.Say("Say what about: /review linear-time attention");
            return true;
        }

        var request = new ReviewRequest { Topic = QuestionText.Check(arguments), Filters = session.Conversation.Filters, Papers = session.Limit ?? MostPapers };
        Task<LiteratureReview> BuildAsync(IProgress<ReviewProgress>? progress) => session.Reviews.BuildAsync(request, progress, cancellationToken);
        var review = session.ShowsProgress ? await ReviewStatus.RunAsync(session.Console, BuildAsync) : await BuildAsync(null);
        if (review.Themes.Count == 0)
        {
            session.Say($"There is no paper with an abstract on {TerminalText.Line(arguments)}.");
            return true;
        }

        new ReviewDigestRenderer(session.Console).Write(review, session.Conversation);
        session.Say($"For a draft with bibliography and ledger: paperchat review \"{TerminalText.Line(request.Topic)}\" --out DIR", Palette.Note);
        return true;
    }
}
