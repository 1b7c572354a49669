using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PaperChat.SemanticKernel.Tests;

/// <summary>A server on the loopback interface that gives one line of Ollama's chat protocol.</summary>
internal sealed class OllamaServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private OllamaServer(WebApplication app) => _app = app;

    /// <summary>As the settings name it, with the path of OpenAI's protocol.</summary>
    public Uri Address => new(_app.Urls.Single() + "/v1");

    /// <summary>What was sent last.</summary>
    public string Body { get; private set; } = "";

    public static async Task<OllamaServer> StartAsync(string line, int status = 200)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var server = new OllamaServer(app);
        app.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            server.Body = await reader.ReadToEndAsync(context.RequestAborted);
            context.Response.StatusCode = context.Request.Path == "/api/chat" ? status : 599;
            context.Response.ContentType = "application/x-ndjson";
            await context.Response.WriteAsync(line + "\n", context.RequestAborted);
        });
        await app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
