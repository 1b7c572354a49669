using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace PaperChat.Chat.Api.Telemetry;

/// <summary>
/// One span and one line of log a request, by route: an address holds what was asked, and neither is the place for it. The span
/// continues the caller's trace.
/// </summary>
internal sealed partial class TraceMiddleware(RequestDelegate next, TimeProvider time, ILoggerFactory loggers)
{
    private readonly ILogger _logger = loggers.CreateLogger("PaperChat.Serve");

    public async Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var began = time.GetTimestamp();
        ActivityContext.TryParse(context.Request.Headers.TraceParent, context.Request.Headers.TraceState, isRemote: true, out var parent);

        // The web server's own activity is recorded nowhere; as the parent it would keep this one from being recorded.
        Activity.Current = null;
        using var span = ServeTelemetry.Source.StartActivity("request", ActivityKind.Server, parent);
        try
        {
            await next(context);
        }
        finally
        {
            End(context, span, time.GetElapsedTime(began).TotalMilliseconds);
        }
    }

    private void End(HttpContext context, Activity? span, double milliseconds)
    {
        var (method, status) = (MethodOf(context.Request.Method), context.Response.StatusCode);
        var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "none";
        LogRequest(_logger, method, route, status, Math.Round(milliseconds, 1));
        if (span is not null)
        {
            span.DisplayName = $"{method} {route}";
            span.SetTag("http.request.method", method).SetTag("http.route", route).SetTag("http.response.status_code", status);
            span.SetStatus(status >= 500 ? ActivityStatusCode.Error : ActivityStatusCode.Unset);
        }
    }

    // A method may be any word, and what a client makes up belongs neither in a log nor in a name.
    private static string MethodOf(string method) => method is "GET" or "POST" or "HEAD" or "DELETE" or "OPTIONS" or "PUT" or "PATCH" ? method : "_OTHER";

    [LoggerMessage(Level = LogLevel.Information, Message = "{Method} {Route} {Status} in {Milliseconds} ms")]
    private static partial void LogRequest(ILogger logger, string method, string route, int status, double milliseconds);
}
