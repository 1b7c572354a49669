using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using PaperChat.Chat.Api.OpenAI;
using PaperChat.Chat.Json;
using PaperChat.Hosting;
using PaperChat.Library;

namespace PaperChat.Chat.Api;

/// <summary>What a client is told of a failure: the status, a stable name for programs, and what happened and what to do next for people.</summary>
internal readonly record struct Problem(int Status, string Code, string Detail)
{
    private static readonly TimeSpan UsualWait = TimeSpan.FromSeconds(5);

    /// <summary>When to try again; null leaves it to the status.</summary>
    public TimeSpan? RetryAfter { get; init; }

    public static Problem Of(Exception exception)
    {
        var failure = Failure.Of(exception);
        return exception switch
        {
            BadHttpRequestException bad => OfBadRequest(bad),
            UsageException => new(StatusCodes.Status400BadRequest, failure.Code, failure.Message),
            NotFoundException => new(StatusCodes.Status404NotFound, failure.Code, failure.Message),
            LibraryException or PaperChatException { IsTransient: true } => new(StatusCodes.Status503ServiceUnavailable, failure.Code, failure.Message),
            PaperChatException => new(StatusCodes.Status500InternalServerError, failure.Code, failure.Message),
            OperationCanceledException => new(StatusCodes.Status503ServiceUnavailable, "cancelled", "The server is being stopped; ask again in a moment."),
            _ => new(StatusCodes.Status500InternalServerError, "internal", $"Unexpected error ({exception.GetType().Name}); the server's log says more. Please report it."),
        };
    }

    public static Problem OfStatus(int status, string method) => status switch
    {
        StatusCodes.Status404NotFound => new(status, "notFound", "There is nothing at this address; docs/api.md and /openapi/v1.json list what there is."),
        StatusCodes.Status405MethodNotAllowed => new(status, "method", $"This address does not take {TerminalText.Line(method)}; the Allow header says what it takes."),
        StatusCodes.Status415UnsupportedMediaType => new(status, "mediaType", "The body must be JSON, and the header Content-Type must say so: application/json."),
        _ => new(status, "http", ReasonPhrases.GetReasonPhrase(status)),
    };

    public async Task WriteAsync(HttpContext context)
    {
        context.Response.StatusCode = Status;
        if (RetryAfter is not null || Status == StatusCodes.Status503ServiceUnavailable)
        {
            context.Response.Headers.RetryAfter = Math.Ceiling((RetryAfter ?? UsualWait).TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        if (context.Request.Path.StartsWithSegments(OpenAIEndpoints.Prefix))
        {
            await OpenAIProblem.WriteAsync(context, this);
            return;
        }

        var shape = new ProblemShape("about:blank", ReasonPhrases.GetReasonPhrase(Status), Status, Detail, Code);
        await context.Response.WriteAsJsonAsync(shape, WireJson.Relaxed.ProblemShape, "application/problem+json; charset=utf-8", context.RequestAborted);
    }

    private static Problem OfBadRequest(BadHttpRequestException bad) => bad.StatusCode switch
    {
        StatusCodes.Status413PayloadTooLarge => new(bad.StatusCode, "tooLarge", $"The body is larger than {RequestLimits.BodyBytes / 1024} KB; send less at once."),
        StatusCodes.Status415UnsupportedMediaType => OfStatus(bad.StatusCode, ""),
        _ when bad.InnerException is JsonException json => new(bad.StatusCode, "json", $"The body is not the JSON that is wanted here: {Reason(json)}"),
        _ => new(bad.StatusCode, "usage", TerminalText.Line(bad.Message)),
    };

    // The reader of an answer knows names and places, not the types of this program.
    private static string Reason(JsonException json) => json.Message.StartsWith("The JSON property", StringComparison.Ordinal) && json.Message.Split('\'') is [_, var name, ..]
        ? $"the name '{TerminalText.Line(name)}' is not known; docs/api.md and /openapi/v1.json list those that are."
        : FormattableString.Invariant($"it cannot be read at {TerminalText.Line(json.Path is { Length: > 0 } path ? path : "$")}, line {(json.LineNumber ?? 0) + 1}, byte {json.BytePositionInLine ?? 0}.");
}
