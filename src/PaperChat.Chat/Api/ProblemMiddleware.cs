using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PaperChat.Chat.Api;

/// <summary>The one place where failures become answers of the server; what has no body yet gets one that says what to do next.</summary>
internal sealed partial class ProblemMiddleware(RequestDelegate next, ILogger<ProblemMiddleware> logger)
{
    // A client that hung up reads no answer; the number is for those who count answers.
    private const int ClientClosedRequest = 499;

    public async Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Response.Headers.XContentTypeOptions = "nosniff";
        try
        {
            await next(context);
        }
        catch (Exception exception) when (context.RequestAborted.IsCancellationRequested && exception is OperationCanceledException or IOException)
        {
            context.Response.StatusCode = context.Response.HasStarted ? context.Response.StatusCode : ClientClosedRequest;
            return;
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            await FailAsync(context, exception);
            return;
        }

        if (!context.Response.HasStarted && context.Response.StatusCode >= 400 && context.Response.ContentLength is null && context.Response.ContentType is null)
        {
            await Problem.OfStatus(context.Response.StatusCode, context.Request.Method).WriteAsync(context);
        }
    }

    private async Task FailAsync(HttpContext context, Exception exception)
    {
        if (exception is not (PaperChatException or BadHttpRequestException))
        {
            LogUnexpected(logger, context.Request.Method, context.GetEndpoint()?.DisplayName ?? "", exception);
        }

        // What the endpoint had begun to say does not belong to the failure.
        context.Response.Clear();
        context.Response.Headers.XContentTypeOptions = "nosniff";
        await Problem.Of(exception).WriteAsync(context);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Endpoint} failed.")]
    private static partial void LogUnexpected(ILogger logger, string method, string endpoint, Exception exception);
}
