using Microsoft.Extensions.Logging;
using PaperChat.Chat.Api;
using PaperChat.Chat.Console.Session;
using PaperChat.Chat.Desk;
using PaperChat.Chat.Teams.Conversations;
using PaperChat.Chat.Teams.Replies;
using PaperChat.Hosting.Teams;

namespace PaperChat.Chat.Teams.Bot;

/// <summary>What becomes of an activity after it was taken: an answer, a welcome, or nothing.</summary>
internal sealed partial class PaperBot(PaperDesk desk, ConversationStore store, ConnectorClient connector, QuestionLog questions, ILogger<PaperBot> logger)
{
    private const int SeenKept = 50;
    private const string Unexpected = "This could not be answered because of a fault of the server; whoever runs it finds more in its log.";

    // A server that ends has a few seconds.
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(3);

    private readonly ConversationMemory _memory = new(store, desk.Library, desk.Filters);
    private readonly QuestionAnswerer _answerer = new(desk);

    /// <summary>Whether anything is to be done about an activity.</summary>
    public static bool Concerns(Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return activity.Type switch
        {
            "message" => activity.FromId is not null && activity.FromId != activity.RecipientId,
            "conversationUpdate" => activity.RecipientId is { } bot && activity.MembersAdded.Contains(bot),
            "installationUpdate" => activity.Action is "add" or "remove",
            _ => false,
        };
    }

    /// <summary>Does it. What fails is said where it was asked, and logged.</summary>
    public async Task HandleAsync(Activity activity, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(activity);
        var key = ConversationStore.KeyOf(activity);
        try
        {
            await (activity switch
            {
                { Type: "message" } => MessageAsync(activity, key, cancellationToken),
                { Type: "installationUpdate", Action: "remove" } => store.ChangeAsync(key, state => new ConversationState { Feedback = state.Feedback }, cancellationToken),
                _ => WelcomeAsync(activity, key, cancellationToken),
            });
        }
        catch (PaperChatException exception)
        {
            LogFailed(logger, activity.Type, exception);
        }
    }

    // Marked before it is said: two arrivals at once, here or on another server, are greeted once. One that could not be said is said later.
    private async Task WelcomeAsync(Activity activity, string key, CancellationToken cancellationToken)
    {
        if (!await store.ChangeAsync(key, state => state.Welcomed is null ? state with { Welcomed = desk.Time.GetUtcNow(), Place = ConversationPlace.Of(activity) } : null, cancellationToken))
        {
            return;
        }

        try
        {
            var examples = await ExampleQuestions.FromAsync(desk.Library, cancellationToken);
            var holdings = Console.Session.Welcome.Holdings(await desk.Library.GetStateAsync(cancellationToken));
            var reply = new Reply(
                "**PaperChat** answers questions about research papers with sentences of the papers themselves, and cites every one.\n\n"
                + TeamsMarkdown.Escape(holdings) + " Type a question, or /help for all that works here.")
            { Suggestions = examples };
            await new ReplyChannel(connector, activity with { Id = null }, desk.Time, logger).FinishAsync(reply, cancellationToken);
        }
        catch
        {
            await store.ChangeAsync(key, state => state with { Welcomed = null }, CancellationToken.None);
            throw;
        }
    }

    private async Task MessageAsync(Activity message, string key, CancellationToken cancellationToken)
    {
        // An empty one is a button of an older card, or a file.
        if (message.Text.Length == 0 && message.Scope == ConversationScope.Personal)
        {
            return;
        }

        var channel = new ReplyChannel(connector, message, desk.Time, logger);
        try
        {
            if (await IsNewAsync(message, key, cancellationToken))
            {
                await AnswerAsync(message, key, channel, cancellationToken);
            }
        }
        catch (ReplyStoppedException)
        {
            LogStopped(logger);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            using var brief = new CancellationTokenSource(LastWords, desk.Time);
            await channel.FinishAsync(new Reply("The server is being restarted and could not finish this; ask again in a moment."), brief.Token);
        }
        catch (PaperChatException exception) when (exception is not ConnectorException)
        {
            LogFailed(logger, message.Type, exception);
            await channel.FinishAsync(new Reply(exception is StateException ? Unexpected : TeamsMarkdown.Escape(exception.Message)), cancellationToken);
        }
        catch (Exception exception) when (exception is not (PaperChatException or OperationCanceledException))
        {
            LogDefect(logger, exception);
            await channel.FinishAsync(new Reply(Unexpected), cancellationToken);
        }
    }

    private async Task AnswerAsync(Activity message, string key, ReplyChannel channel, CancellationToken cancellationToken)
    {
        questions.Write(message.Text);
        var turn = new BotTurn(message, await _memory.RecallAsync(key, cancellationToken), channel);
        Reply reply;
        try
        {
            reply = message.Text switch
            {
                "" => BotCommands.Help(),
                ['/', ..] => await new BotCommands(desk, store, _answerer, new ReviewWriter(desk, store)).RunAsync(turn, message.Text, cancellationToken),
                var text when text.Equals("help", StringComparison.OrdinalIgnoreCase) => BotCommands.Help(),
                var text => await _answerer.AnswerAsync(turn, text, cancellationToken),
            };
        }
        finally
        {
            // Before it is said: whoever reads an answer can follow up on it, whatever becomes of this server.
            await _memory.KeepAsync(turn.Remembered, CancellationToken.None);
        }

        var id = await channel.FinishAsync(reply, cancellationToken);
        if (reply.AsksFeedback)
        {
            await _memory.KeepMessageAsync(key, message.Text, id, cancellationToken);
        }
    }

    // What the connector delivers again is not answered again.
    private Task<bool> IsNewAsync(Activity message, string key, CancellationToken cancellationToken) => store.ChangeAsync(
        key,
        state => message.Id is { } id && state.Seen.Contains(id) ? null : state with
        {
            Place = ConversationPlace.Of(message),
            Seen = [.. state.Seen.Concat(message.Id is { } seen ? [seen] : []).TakeLast(SeenKept)],
        },
        cancellationToken);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A {Type} of Teams failed.")]
    private static partial void LogFailed(ILogger logger, string type, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "A message of Teams could not be answered.")]
    private static partial void LogDefect(ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Information, Message = "The reader stopped an answer.")]
    private static partial void LogStopped(ILogger logger);
}
