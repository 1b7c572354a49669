using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using PaperChat.Hosting;

namespace PaperChat.Chat.Mcp.Http;

/// <summary>What a client of the protocol is told of a request that does not reach its session: a status of HTTP with an error of JSON-RPC.</summary>
internal static class RpcProblem
{
    private const int ServerError = -32000;

    // What the protocol's own libraries say; the specification asks for the status only.
    private const int NoSession = -32001;

    private static readonly JsonTypeInfo<JsonRpcMessage> MessageType = (JsonTypeInfo<JsonRpcMessage>)McpJsonUtilities.DefaultOptions.GetTypeInfo(typeof(JsonRpcMessage));

    public static Task NotAcceptableAsync(HttpContext context, string wanted) =>
        WriteAsync(context, StatusCodes.Status406NotAcceptable, ServerError, $"The header Accept must name {wanted}.");

    public static Task NotJsonAsync(HttpContext context) =>
        WriteAsync(context, StatusCodes.Status415UnsupportedMediaType, ServerError, "The header Content-Type must be application/json.");

    public static Task NotAMessageAsync(HttpContext context) =>
        WriteAsync(context, StatusCodes.Status400BadRequest, (int)McpErrorCode.InvalidRequest, "The body is not one message of JSON-RPC 2.0.");

    public static Task UnsupportedVersionAsync(HttpContext context, string version, IReadOnlyList<string> supported, RequestId id = default)
    {
        var error = new JsonRpcErrorDetail
        {
            Code = (int)McpErrorCode.UnsupportedProtocolVersion,
            Message = $"The protocol version '{TerminalText.Line(version.Length > 40 ? version[..40] : version)}' is not served here; there are {string.Join(", ", supported)}.",
            Data = JsonSerializer.SerializeToNode(
                new UnsupportedProtocolVersionErrorData { Supported = [.. supported], Requested = version },
                (JsonTypeInfo<UnsupportedProtocolVersionErrorData>)McpJsonUtilities.DefaultOptions.GetTypeInfo(typeof(UnsupportedProtocolVersionErrorData))),
        };
        return WriteAsync(context, StatusCodes.Status400BadRequest, error, id);
    }

    public static Task NoSessionNamedAsync(HttpContext context, RequestId id = default) =>
        WriteAsync(context, StatusCodes.Status400BadRequest, ServerError, "The header Mcp-Session-Id is missing; a session begins with the request initialize.", id);

    public static Task UnknownSessionAsync(HttpContext context, RequestId id = default) =>
        WriteAsync(context, StatusCodes.Status404NotFound, NoSession, "There is no such session, or it was idle and ended; begin another with the request initialize.", id);

    public static Task TooManySessionsAsync(HttpContext context, RequestId id)
    {
        context.Response.Headers.RetryAfter = "5";
        return WriteAsync(context, StatusCodes.Status503ServiceUnavailable, ServerError, "All sessions are at work; try again in some seconds.", id);
    }

    private static Task WriteAsync(HttpContext context, int status, int code, string message, RequestId id = default) =>
        WriteAsync(context, status, new JsonRpcErrorDetail { Code = code, Message = message }, id);

    private static async Task WriteAsync(HttpContext context, int status, JsonRpcErrorDetail error, RequestId id)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await JsonSerializer.SerializeAsync(context.Response.Body, new JsonRpcError { Id = id, Error = error }, MessageType, context.RequestAborted);
    }
}
