using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Hosting;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using PaperChat.Chat.Api.Access;
using PaperChat.Chat.Desk;

namespace PaperChat.Chat.Mcp.Http;

/// <summary>
/// The Streamable HTTP transport of the Model Context Protocol, revisions of the initialize handshake: POST takes one message and answers
/// with an event stream, GET holds a stream open, DELETE ends the session
/// (https://modelcontextprotocol.io/specification/2025-11-25/basic/transports).
/// </summary>
internal sealed class StreamableHttpHandler(McpSessions sessions, PaperDesk desk, IHostApplicationLifetime lifetime)
{
    private const string SessionHeader = "Mcp-Session-Id";
    private const string VersionHeader = "MCP-Protocol-Version";
    private const string Json = "application/json";
    private const string EventStream = "text/event-stream";

    // Later revisions have no sessions; a client that knows both takes one of these.
    private static readonly string[] Versions = ["2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25"];

    // Proxies cut connections that are silent for a minute, and only a write shows that a client is gone.
    private static readonly TimeSpan BetweenSigns = TimeSpan.FromSeconds(25);

    private static readonly JsonTypeInfo<JsonRpcMessage> MessageType = (JsonTypeInfo<JsonRpcMessage>)McpJsonUtilities.DefaultOptions.GetTypeInfo(typeof(JsonRpcMessage));

    private static readonly JsonTypeInfo<CancelledNotificationParams> CancelledType =
        (JsonTypeInfo<CancelledNotificationParams>)McpJsonUtilities.DefaultOptions.GetTypeInfo(typeof(CancelledNotificationParams));

    public async Task PostAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!Accepts(context, Json) || !Accepts(context, EventStream))
        {
            await RpcProblem.NotAcceptableAsync(context, $"{Json} and {EventStream}");
        }
        else if (!context.Request.HasJsonContentType())
        {
            await RpcProblem.NotJsonAsync(context);
        }
        else if (await ReadAsync(context) is not { } message)
        {
            await RpcProblem.NotAMessageAsync(context);
        }
        else if (UnsupportedVersion(context) is { } version)
        {
            await RpcProblem.UnsupportedVersionAsync(context, version, Versions, IdOf(message));
        }
        else if (await SessionOfAsync(context, message) is { } session)
        {
            await AnswerAsync(context, session, message);
        }
    }

    /// <summary>
    /// Holds a stream open for messages that belong to no request. The server has none to send: what it holds is a connection that
    /// clients ask for, with a comment now and then.
    /// </summary>
    public async Task GetAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!Accepts(context, EventStream))
        {
            await RpcProblem.NotAcceptableAsync(context, EventStream);
        }
        else if (UnsupportedVersion(context) is { } version)
        {
            await RpcProblem.UnsupportedVersionAsync(context, version, Versions);
        }
        else if (await NamedSessionAsync(context, default) is { } session)
        {
            BeginEvents(context);
            using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, session.BeginStream(), lifetime.ApplicationStopping);
            await HoldAsync(context.Response, end.Token);
        }
    }

    public async Task DeleteAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (await NamedSessionAsync(context, default) is { } session)
        {
            await sessions.EndAsync(session);
            context.Response.StatusCode = StatusCodes.Status204NoContent;
        }
    }

    private static async Task<JsonRpcMessage?> ReadAsync(HttpContext context)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync(context.Request.Body, MessageType, context.RequestAborted);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task<McpSession?> SessionOfAsync(HttpContext context, JsonRpcMessage message)
    {
        if (context.Request.Headers[SessionHeader].Count > 0 || message is not JsonRpcRequest { Method: RequestMethods.Initialize })
        {
            return await NamedSessionAsync(context, IdOf(message));
        }

        if (await sessions.OpenAsync(OwnerOf(context)) is not { } opened)
        {
            await RpcProblem.TooManySessionsAsync(context, IdOf(message));
            return null;
        }

        context.Response.Headers[SessionHeader] = opened.Id;
        return opened;
    }

    private async Task<McpSession?> NamedSessionAsync(HttpContext context, RequestId id)
    {
        var name = context.Request.Headers[SessionHeader].ToString();
        if (name.Length == 0)
        {
            await RpcProblem.NoSessionNamedAsync(context, id);
            return null;
        }

        if (sessions.TryGet(name, OwnerOf(context), out var session))
        {
            return session;
        }

        await RpcProblem.UnknownSessionAsync(context, id);
        return null;
    }

    private static async Task AnswerAsync(HttpContext context, McpSession session, JsonRpcMessage message)
    {
        if (session.Messages.Open(message) is not { } open)
        {
            await RpcProblem.UnknownSessionAsync(context, IdOf(message));
            return;
        }

        using (open)
        {
            await AnswerAsync(context, session, message, open.Withdrawn);
        }
    }

    private static async Task AnswerAsync(HttpContext context, McpSession session, JsonRpcMessage message, CancellationToken withdrawn)
    {
        BeginEvents(context);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, withdrawn);
        try
        {
            if (!await session.Transport.HandlePostRequestAsync(message, context.Response.Body, end.Token))
            {
                context.Response.ContentType = null;
                context.Response.StatusCode = StatusCodes.Status202Accepted;
            }

            await session.Messages.WithdrawAsync(CancelledBy(message));
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            await CancelAsync(session, message);
            throw;
        }
        catch (OperationCanceledException)
        {
            // Withdrawn, or the session ended: there is no answer, and the stream ends as streams do.
            return;
        }
    }

    // A request that is withdrawn is not answered; the stream that waits for its answer would stay open.
    private static RequestId CancelledBy(JsonRpcMessage message)
    {
        try
        {
            return message is JsonRpcNotification { Method: NotificationMethods.CancelledNotification, Params: { } parameters }
                ? parameters.Deserialize(CancelledType)?.RequestId ?? default
                : default;
        }
        catch (JsonException)
        {
            return default;
        }
    }

    // The answer has nobody left to go to, as streams are not resumed: the work for it ends, too.
    private static async Task CancelAsync(McpSession session, JsonRpcMessage message)
    {
        if (message is JsonRpcRequest { Id: { Id: { } id } } and not { Method: RequestMethods.Initialize })
        {
            var cancelled = new JsonRpcNotification
            {
                Method = NotificationMethods.CancelledNotification,
                Params = new JsonObject { ["requestId"] = id is long number ? number : id.ToString(), ["reason"] = "The connection was lost." },
            };
            await TellAsync(session, cancelled);
        }
    }

    private static async Task TellAsync(McpSession session, JsonRpcNotification notification)
    {
        try
        {
            await session.Transport.HandlePostRequestAsync(notification, Stream.Null, CancellationToken.None);
        }
        catch (Exception exception) when (exception is OperationCanceledException or InvalidOperationException)
        {
            // The session has ended, and all its calls with it.
            return;
        }
    }

    private async Task HoldAsync(HttpResponse response, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(BetweenSigns, desk.Time);
        try
        {
            await response.Body.FlushAsync(cancellationToken);
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                await response.WriteAsync(": here\n\n", cancellationToken);
                await response.Body.FlushAsync(cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return;
        }
    }

    private static void BeginEvents(HttpContext context)
    {
        context.Response.ContentType = EventStream;
        context.Response.Headers.CacheControl = "no-cache,no-store";

        // What passes the events on is not to collect them first.
        context.Response.Headers["X-Accel-Buffering"] = "no";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
    }

    private static string? UnsupportedVersion(HttpContext context) =>
        context.Request.Headers[VersionHeader].ToString() is { Length: > 0 } version && !Versions.Contains(version) ? version : null;

    private static bool Accepts(HttpContext context, string type) =>
        context.Request.GetTypedHeaders().Accept.Any(a => a.MatchesMediaType(type));

    private static RequestId IdOf(JsonRpcMessage message) => message is JsonRpcRequest request ? request.Id : default;

    private static string? OwnerOf(HttpContext context) => context.Features.Get<RequestClient>()?.Name;
}
