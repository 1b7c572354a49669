using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PaperChat.TestSupport.ModelServing;

/// <summary>
/// An OpenAI-compatible server on the loopback interface: chat completions, streamed and not, and embeddings. A function decides what
/// it answers to each request and how it misbehaves; every request is kept.
/// </summary>
public sealed class ModelServer : IAsyncDisposable
{
    private const int PieceLength = 5;
    private const int Dimensions = 8;

    private readonly WebApplication _app;
    private readonly Func<ModelRequest, ModelReply> _answer;
    private readonly ConcurrentQueue<ModelRequest> _requests = new();

    private ModelServer(WebApplication app, Func<ModelRequest, ModelReply> answer)
    {
        _app = app;
        _answer = answer;
    }

    /// <summary>The address that a client is given, with <c>/v1</c>.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1");

    public IReadOnlyList<ModelRequest> Requests => [.. _requests];

    public static async Task<ModelServer> StartAsync(Func<ModelRequest, ModelReply> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var server = new ModelServer(app, answer);
        app.Run(server.HandleAsync);
        await app.StartAsync();
        server.Address = new Uri(app.Urls.Single() + "/v1");
        return server;
    }

    /// <summary>The vector that the server gives for a text: eight numbers, the same for the same text.</summary>
    public static float[] VectorOf(string text)
    {
        var vector = new float[Dimensions];
        foreach (var (i, c) in text.Index())
        {
            vector[(c + i) % Dimensions] += 1 + c % 7;
        }

        return vector;
    }

    public async ValueTask DisposeAsync()
    {
        using var soon = new CancellationTokenSource();
        await soon.CancelAsync();
        await _app.StopAsync(soon.Token);
        await _app.DisposeAsync();
    }

    private async Task HandleAsync(HttpContext context)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        var headers = context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        var request = new ModelRequest(context.Request.Path, headers, body.RootElement.Clone());
        _requests.Enqueue(request);
        var reply = _answer(request);
        await reply.Delay.WaitAsync(context.RequestAborted);
        if (reply.Status != 200)
        {
            await RefuseAsync(context, reply);
        }
        else if (request.Path.EndsWith("/embeddings", StringComparison.Ordinal))
        {
            await WriteAsync(context, Embeddings(request, reply), reply);
        }
        else if (request.Streams)
        {
            await StreamAsync(context, request, reply);
        }
        else
        {
            await WriteAsync(context, Completion(request, reply), reply);
        }
    }

    private static async Task RefuseAsync(HttpContext context, ModelReply reply)
    {
        context.Response.StatusCode = reply.Status;
        if (reply.RetryAfter is { } wait)
        {
            context.Response.Headers.RetryAfter = wait;
        }

        await WriteAsync(context, new { error = new { message = reply.Text, type = "error", code = (string?)null } }, reply);
    }

    private static object Completion(ModelRequest request, ModelReply reply) => new
    {
        id = "chatcmpl-1",
        @object = "chat.completion",
        created = 1,
        model = request.Body.GetProperty("model").GetString(),
        choices = new[] { new { index = 0, message = new { role = "assistant", content = reply.Text, refusal = (string?)null, tool_calls = reply.Calls.Count > 0 ? Calls(reply) : null }, finish_reason = reply.FinishReason, logprobs = (object?)null } },
        usage = Usage(reply),
    };

    private static object[] Calls(ModelReply reply) =>
        [.. reply.Calls.Select((c, index) => new { index, id = $"call_{index}_{Guid.NewGuid():n}", type = "function", function = new { name = c.Function, arguments = c.Arguments } })];

    private static object Usage(ModelReply reply) => new { prompt_tokens = 100, completion_tokens = reply.Text.Length, total_tokens = 100 + reply.Text.Length };

    private static object Embeddings(ModelRequest request, ModelReply reply)
    {
        var asBase64 = !reply.OnlyFloats && request.Body.TryGetProperty("encoding_format", out var format) && format.GetString() == "base64";

        // Last first: a client must go by the index.
        var data = request.Inputs.Select((text, index) => new { @object = "embedding", index, embedding = Encoded(VectorOf(text), asBase64) }).Reverse();
        return new { @object = "list", data, model = request.Body.GetProperty("model").GetString(), usage = new { prompt_tokens = 7, total_tokens = 7 } };
    }

    private static object Encoded(float[] vector, bool asBase64)
    {
        if (!asBase64)
        {
            return vector;
        }

        var bytes = new byte[vector.Length * sizeof(float)];
        Buffer.BlockCopy(vector, 0, bytes, 0, bytes.Length);
        return Convert.ToBase64String(bytes);
    }

    private static async Task WriteAsync(HttpContext context, object json, ModelReply reply)
    {
        context.Response.ContentType = "application/json";
        var text = JsonSerializer.Serialize(json);
        await context.Response.WriteAsync(reply.IsMalformed ? text[..(text.Length / 2)] : text, context.RequestAborted);
    }

    private static async Task StreamAsync(HttpContext context, ModelRequest request, ModelReply reply)
    {
        context.Response.ContentType = "text/event-stream";
        var model = request.Body.GetProperty("model").GetString();
        object Chunk(object delta, string? finish) =>
            new { id = "chatcmpl-1", @object = "chat.completion.chunk", created = 1, model, choices = new[] { new { index = 0, delta, finish_reason = finish } } };

        await EventAsync(context, JsonSerializer.Serialize(Chunk(new { role = "assistant", content = "" }, null)));
        var pieces = reply.Text.Chunk(PieceLength).Select(p => new string(p)).ToArray();
        for (var i = 0; i < pieces.Length; i++)
        {
            if (i == reply.CutAfter)
            {
                if (!reply.CutsQuietly)
                {
                    await reply.BeforeCut.WaitAsync(context.RequestAborted);
                    context.Abort();
                }

                return;
            }

            var json = JsonSerializer.Serialize(Chunk(new { content = pieces[i] }, null));
            await EventAsync(context, reply.IsMalformed && i == pieces.Length / 2 ? json[..(json.Length / 2)] : json);
        }

        if (reply.Calls.Count > 0)
        {
            await EventAsync(context, JsonSerializer.Serialize(Chunk(new { tool_calls = Calls(reply) }, null)));
        }

        await EventAsync(context, JsonSerializer.Serialize(Chunk(new { }, reply.FinishReason)));
        if (request.Body.TryGetProperty("stream_options", out var options) && options.TryGetProperty("include_usage", out var wanted) && wanted.GetBoolean())
        {
            await EventAsync(context, JsonSerializer.Serialize(new { id = "chatcmpl-1", @object = "chat.completion.chunk", created = 1, model, choices = Array.Empty<object>(), usage = Usage(reply) }));
        }

        await EventAsync(context, "[DONE]");
    }

    private static async Task EventAsync(HttpContext context, string data)
    {
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes($"data: {data}\n\n"), context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
    }
}
