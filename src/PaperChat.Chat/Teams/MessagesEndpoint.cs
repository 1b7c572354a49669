using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using PaperChat.Chat.Api;
using PaperChat.Chat.Teams.Access;
using PaperChat.Chat.Teams.Activities;
using PaperChat.Chat.Teams.Bot;
using PaperChat.Chat.Teams.Conversations;
using PaperChat.Hosting.Teams;

namespace PaperChat.Chat.Teams;

/// <summary>
/// <c>/api/messages</c>: takes an activity, answers at once, and leaves the work to the background. A body is looked into after its
/// sender is believed, and nothing done before the place of the answer is one where answers may go.
/// </summary>
internal sealed partial class MessagesEndpoint(
    TokenValidator tokens, ReplyPlaces places, PaperBot bot, InvokeAnswerer invokes, BackgroundWork work, ILogger<MessagesEndpoint> logger)
{
    private const int MostBytes = 256 * 1024;
    private const int JsonDepth = 32;

    private static readonly TimeSpan Busy = TimeSpan.FromSeconds(5);

    /// <summary>The Playground and Azure look whether somebody is there.</summary>
    public static void Head(HttpContext context) => context.Response.StatusCode = StatusCodes.Status200OK;

    public async Task PostAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        try
        {
            await TakeAsync(context);
        }
        catch (AccessDeniedException exception)
        {
            LogDenied(logger, exception.Message);
            context.Response.Headers.WWWAuthenticate = "Bearer";
            await new Problem(StatusCodes.Status401Unauthorized, "token", "This address takes activities of the Bot Connector alone, with a token that holds for this bot and for the place of the answer; the server's log says what was wrong.")
                .WriteAsync(context);
        }
        catch (StateException exception)
        {
            // Its message names files of the server.
            LogState(logger, exception);
            await new Problem(StatusCodes.Status500InternalServerError, "state", "The bot cannot read or write what it keeps; the server's log says more.").WriteAsync(context);
        }
        catch (BadActivityException exception)
        {
            await new Problem(StatusCodes.Status400BadRequest, "activity", exception.Message).WriteAsync(context);
        }
    }

    private async Task TakeAsync(HttpContext context)
    {
        var cancellationToken = context.RequestAborted;
        var caller = await tokens.AuthenticateAsync(context.Request.Headers.Authorization.ToString(), cancellationToken);
        var activity = await ReadAsync(context.Request, cancellationToken);
        places.Check(caller, activity);
        if (activity.Type == "invoke")
        {
            await AnswerInvokeAsync(context, activity, cancellationToken);
        }
        else if (PaperBot.Concerns(activity) && !work.TryBegin(ConversationStore.KeyOf(activity), token => bot.HandleAsync(activity, token)))
        {
            await new Problem(StatusCodes.Status503ServiceUnavailable, "busy", "The bot has all hands full; deliver this again in a moment.") { RetryAfter = Busy }.WriteAsync(context);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status202Accepted;
        }
    }

    private async Task AnswerInvokeAsync(HttpContext context, Activity activity, CancellationToken cancellationToken)
    {
        if (await invokes.AnswerAsync(activity, cancellationToken) is not { } answer)
        {
            throw new BadActivityException("The bot does not know this invoke.");
        }

        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.WriteAsync(answer.ToJsonString(ActivityJson.Options), cancellationToken);
    }

    private static async Task<Activity> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.HasJsonContentType())
        {
            throw new BadActivityException("The body must be JSON, and Content-Type must say so.");
        }

        if (request.ContentLength > MostBytes)
        {
            throw new BadActivityException($"The body is larger than {MostBytes / 1024} KB.");
        }

        try
        {
            using var json = await JsonDocument.ParseAsync(request.Body, new JsonDocumentOptions { MaxDepth = JsonDepth }, cancellationToken);
            return ActivityReader.Read(json.RootElement);
        }
        catch (JsonException exception)
        {
            throw new BadActivityException("The body is no JSON.", exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "What is kept of a conversation failed an invoke.")]
    private static partial void LogState(ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "An activity was refused: {Reason}")]
    private static partial void LogDenied(ILogger logger, string reason);
}
