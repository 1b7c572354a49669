using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PaperChat.EndToEnd.Ingesting;

/// <summary>Stands in for all services of papers, on the loopback interface; a function says what each address answers.</summary>
internal sealed class FeedServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<string> _asked = new();

    private FeedServer(WebApplication app) => _app = app;

    public string Address => _app.Urls.Single();

    /// <summary>Paths with queries, in order.</summary>
    public IReadOnlyList<string> Asked => [.. _asked];

    /// <summary>Settings by which a program asks this server, once for each page and without keeping answers.</summary>
    public Dictionary<string, string?> Environment => new()
    {
        ["PAPERCHAT__FEEDS__HUGGINGFACE"] = Address,
        ["PAPERCHAT__FEEDS__ARXIV"] = Address,
        ["PAPERCHAT__FEEDS__ARXIVOAI"] = Address + "/oai",
        ["PAPERCHAT__FEEDS__OPENALEX"] = Address,
        ["PAPERCHAT__FEEDS__SEMANTICSCHOLAR"] = Address,
        ["PAPERCHAT__FEEDS__CACHE"] = "none",
        ["PAPERCHAT__FEEDS__ATTEMPTS"] = "1",
    };

    public static async Task<FeedServer> StartAsync(Func<string, (HttpStatusCode Status, string Body)> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var server = new FeedServer(app);
        app.Run(context =>
        {
            var path = context.Request.Path + context.Request.QueryString;
            server._asked.Enqueue(path);
            var (status, body) = answer(path);
            context.Response.StatusCode = (int)status;
            return context.Response.WriteAsync(body, context.RequestAborted);
        });
        await app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
