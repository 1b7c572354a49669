using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace PaperChat.Qdrant.Tests.Server;

/// <summary>
/// A test double of a Qdrant server on the loopback interface, and no Qdrant: it implements the part of the REST contract that
/// PaperChat uses, in memory, exactly and strictly. Requests and answers are checked against the published OpenAPI document where it is
/// there; filters on keys without an index are refused.
/// </summary>
internal sealed class QdrantServer : IAsyncDisposable
{
    private const int MostBytes = 32 * 1024 * 1024;

    private static readonly Version Comparing = new(1, 16);

    private static readonly string[] Open = ["/", "/healthz", "/readyz", "/livez"];

    private readonly WebApplication _app;
    private readonly bool _isChecked;
    private readonly ConcurrentDictionary<string, ServerCollection> _collections = new();
    private readonly Lock _gate = new();
    private int _calls;

    private QdrantServer(WebApplication app, bool isChecked)
    {
        _app = app;
        _isChecked = isChecked;
    }

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    public string Version { get; set; } = "1.19.0";

    /// <summary>The key that is wanted; null for none.</summary>
    public string? ApiKey { get; set; }

    /// <summary>A key that may read only.</summary>
    public string? ReadOnlyKey { get; set; }

    /// <summary>Decides how each call goes wrong; null for calls that go well.</summary>
    public Func<ServerCall, ServerFault?> Fault { get; set; } = _ => null;

    /// <summary>Bytes of a request that are too many.</summary>
    public int MostBytesOfRequest { get; set; } = MostBytes;

    /// <summary>What was wrong with requests or answers by the OpenAPI document.</summary>
    public ConcurrentQueue<string> Violations { get; } = new();

    public ConcurrentQueue<ServerCall> Calls { get; } = new();

    /// <param name="isChecked">Whether everything is checked against the OpenAPI document; large evaluations do without.</param>
    public static async Task<QdrantServer> StartAsync(bool isChecked = true)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(k =>
        {
            k.Limits.MaxRequestBodySize = null;
            k.Listen(IPAddress.Loopback, 0, l => l.Protocols = HttpProtocols.Http1);
        });
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var server = new QdrantServer(app, isChecked);
        app.Run(server.HandleAsync);
        await app.StartAsync();
        server.Address = new Uri(app.Urls.Single());
        return server;
    }

    /// <summary>All points of a collection as text, by id: what two collections are compared by.</summary>
    public IReadOnlyDictionary<Guid, string> Snapshot(string collection, Func<ServerPoint, bool>? only = null)
    {
        lock (_gate)
        {
            return _collections[collection].Ordered.Where(only ?? (_ => true)).ToDictionary(p => p.Id, TextOf);
        }
    }

    public async ValueTask DisposeAsync()
    {
        using var soon = new CancellationTokenSource();
        await soon.CancelAsync();
        await _app.StopAsync(soon.Token);
        await _app.DisposeAsync();
    }

    private static string TextOf(ServerPoint point) => JsonSerializer.Serialize(new
    {
        point.Dense,
        Sparse = point.Sparse?.OrderBy(s => s.Key).Select(s => $"{s.Key}:{s.Value:R}"),
        Payload = point.Payload.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}={p.Value?.ToJsonString()}"),
    });

    private async Task HandleAsync(HttpContext context)
    {
        var (call, refusal) = await ReadAsync(context);
        Calls.Enqueue(call);
        var fault = Fault(call);
        if (fault?.Waits is { } wait)
        {
            await wait.WaitAsync(context.RequestAborted);
        }

        if (fault?.BreaksBefore == true)
        {
            context.Abort();
            return;
        }

        if (fault?.Status is { } status)
        {
            context.Response.StatusCode = status;
            context.Response.Headers.RetryAfter = fault.RetryAfter;
            await context.Response.WriteAsync(fault.Body, context.RequestAborted);
            return;
        }

        var answer = refusal ?? Authorize(context, call) ?? Answer(call);
        if (fault?.BreaksAfter == true)
        {
            context.Abort();
            return;
        }

        await WriteAsync(context, call, answer);
    }

    private async Task<(ServerCall Call, (int, JsonNode)? Refusal)> ReadAsync(HttpContext context)
    {
        using var bytes = new MemoryStream();
        await context.Request.Body.CopyToAsync(bytes, context.RequestAborted);
        var query = context.Request.Query.Select(q => (q.Key, q.Value.ToString())).ToArray();
        JsonElement? body = null;
        (int, JsonNode)? refusal = null;
        if (bytes.Length > MostBytesOfRequest)
        {
            refusal = Error(400, $"JSON payload ({bytes.Length} bytes) is larger than allowed (limit: {MostBytesOfRequest} bytes).");
        }
        else if (bytes.Length > 0)
        {
            using var json = JsonDocument.Parse(bytes.GetBuffer().AsMemory(0, (int)bytes.Length));
            body = json.RootElement.Clone();
        }

        return (new ServerCall(Interlocked.Increment(ref _calls) - 1, context.Request.Method, context.Request.Path.Value ?? "/", query, body), refusal);
    }

    // The real server answers these in plain text.
    private (int, JsonNode)? Authorize(HttpContext context, ServerCall call)
    {
        var key = context.Request.Headers["api-key"].ToString();
        return ApiKey is null || Open.Contains(call.Path) || key == ApiKey ? null
            : key.Length == 0 ? (401, JsonValue.Create("Must provide an API key or an Authorization bearer token"))
            : key != ReadOnlyKey ? (401, JsonValue.Create("Invalid API key or JWT"))
            : call.Writes ? Error(403, "Forbidden: Global manage access is required")
            : null;
    }

    private (int Status, JsonNode Body) Answer(ServerCall call)
    {
        var document = _isChecked ? OpenApiDocument.Published : null;
        var operation = document?.Find(call.Method, call.Path);
        if (document is not null && operation is null)
        {
            return Violation(call, "no such path");
        }

        if (operation is { } known && document!.CheckRequest(known.Operation, call.Query.Select(q => q.Name), call.Body) is { } wrong)
        {
            return Violation(call, wrong);
        }

        var (status, body) = Run(call);
        if (operation is { } asked && Problem(document!, asked.Operation, status, body) is { } problem)
        {
            Violations.Enqueue($"answer to {call.Method} {call.Path}: {problem}");
        }

        return (status, body);
    }

    private static string? Problem(OpenApiDocument document, JsonElement operation, int status, JsonNode body)
    {
        using var json = JsonDocument.Parse(body.ToJsonString());
        return document.CheckAnswer(operation, status, json.RootElement);
    }

    private (int, JsonNode) Violation(ServerCall call, string what)
    {
        Violations.Enqueue($"{call.Method} {call.Path}: {what}");
        return Error(400, $"Format error in JSON body: {what}");
    }

    private (int Status, JsonNode Body) Run(ServerCall call)
    {
        if (call.Path == "/")
        {
            return (200, new JsonObject { ["title"] = "qdrant - vector search engine", ["version"] = Version, ["commit"] = "test double" });
        }

        try
        {
            lock (_gate)
            {
                return (200, new JsonObject { ["result"] = new ServerCalls(_collections, System.Version.Parse(Version) >= Comparing).Run(call), ["status"] = "ok", ["time"] = 0.001 });
            }
        }
        catch (ServerFailure failure)
        {
            return Error(failure.Status, failure.Message);
        }
    }

    private static (int Status, JsonNode Body) Error(int status, string message) =>
        (status, new JsonObject { ["status"] = new JsonObject { ["error"] = message }, ["time"] = 0.0 });

    private static async Task WriteAsync(HttpContext context, ServerCall call, (int Status, JsonNode Body) answer)
    {
        context.Response.StatusCode = answer.Status;
        var isPlain = answer.Body is JsonValue;
        context.Response.ContentType = isPlain ? "text/plain" : "application/json";
        await context.Response.WriteAsync(isPlain ? answer.Body.GetValue<string>() : answer.Body.ToJsonString(), context.RequestAborted);
    }
}
