using System.Globalization;
using PaperChat.Answering;
using PaperChat.Chat.Console.Rendering;
using PaperChat.Chat.Console.Session;
using PaperChat.Chat.Desk;
using PaperChat.Chat.Teams.Cards;
using PaperChat.Chat.Teams.Conversations;
using PaperChat.Chat.Teams.Replies;
using PaperChat.Hosting.Teams;
using PaperChat.Review;

namespace PaperChat.Chat.Teams.Bot;

/// <summary><c>/review TOPIC</c>: a review as a card, its stages told while it is made.</summary>
internal sealed class ReviewWriter(PaperDesk desk, ConversationStore store)
{
    private const int MostPapers = 20;

    public async Task<Reply> WriteAsync(BotTurn turn, string topic, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        if (string.IsNullOrWhiteSpace(topic))
        {
            return new Reply("Say what about: /review linear-time attention");
        }

        await turn.Channel.BeginAsync("Searching the library…", cancellationToken);
        var request = new ReviewRequest { Topic = QuestionText.Check(topic), Filters = turn.Remembered.Conversation.Filters, Papers = MostPapers };
        var review = await BuildAsync(turn.Channel, request, cancellationToken);
        if (review.Themes.Count == 0)
        {
            return new Reply($"There is no paper with an abstract on {TeamsMarkdown.Escape(topic)}.");
        }

        using var captured = new CapturedSession(desk, turn.Remembered.Conversation);
        new ReviewDigestRenderer(captured.Session.Console).Write(review, turn.Remembered.Conversation);
        return await ReplyAsync(turn, review, cancellationToken);
    }

    private async Task<Reply> ReplyAsync(BotTurn turn, LiteratureReview review, CancellationToken cancellationToken)
    {
        var listed = turn.Remembered.Conversation.Listed;
        var numbers = listed.DistinctBy(l => l.Paper.Id).ToDictionary(l => l.Paper.Id, l => l.Number);
        var id = ConversationStore.NewCardId();
        var card = ReviewCard.Of(review, numbers, id, turn.Remembered.Key);
        await store.KeepAsync(id, card, cancellationToken);
        return new Reply(Lead(review, listed))
        {
            Citations = [.. listed.Select(l => new Citation(l.Number, l.Paper, l.Quotes))],
            Card = card.Summary,
            IsWritten = review.Mode == AnswerMode.Model,
            AsksFeedback = true,
            Suggestions = ["/cite"],
        };
    }

    private static string Lead(LiteratureReview review, IReadOnlyList<ListedPaper> listed)
    {
        var themes = string.Create(CultureInfo.InvariantCulture, $"{review.Themes.Count} {(review.Themes.Count == 1 ? "theme" : "themes")}");
        var papers = string.Concat(listed.Select(l => PaperLines.Key(l.Number)));
        return string.Create(CultureInfo.InvariantCulture, $"A review of {TeamsMarkdown.Escape(review.Topic)}: {listed.Count} papers in {themes} {papers}. *Full text* on the card shows all of it; /cite gives the bibliography.");
    }

    private async Task<LiteratureReview> BuildAsync(ReplyChannel channel, ReviewRequest request, CancellationToken cancellationToken)
    {
        await using var run = new ReviewRun((progress, token) => desk.Reviews.BuildAsync(request, progress, token), cancellationToken);
        await foreach (var stage in run.StagesAsync(cancellationToken))
        {
            await channel.TellAsync(ReviewStages.Words(stage) + "…", cancellationToken);
        }

        return await run.Result;
    }
}
