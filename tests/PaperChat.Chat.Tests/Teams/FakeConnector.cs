using System.Net;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PaperChat.Chat.Tests.Teams;

/// <summary>The connector's side of the protocol on loopback: takes what the bot sends, and refuses what it is told to.</summary>
internal sealed class FakeConnector : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Channel<SentActivity> _sent = Channel.CreateUnbounded<SentActivity>();
    private int _ids;

    private FakeConnector(WebApplication app) => _app = app;

    /// <summary>Answers an activity in place of the usual 201 or 202; null leaves it to those.</summary>
    public Func<SentActivity, HttpContext, Task<bool>>? Refuse { get; set; }

    public string ServiceUrl => _app.Urls.Single() + "/teams";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<FakeConnector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var connector = new FakeConnector(app);
        app.Run(connector.TakeAsync);
        await app.StartAsync(Token);
        return connector;
    }

    /// <summary>The next activity that was taken.</summary>
    public async Task<SentActivity> NextAsync() => await _sent.Reader.ReadAsync(Token);

    /// <summary>What was taken up to the first message that is whole.</summary>
    public async Task<IReadOnlyList<SentActivity>> UntilMessageAsync()
    {
        List<SentActivity> sent = [];
        do
        {
            sent.Add(await NextAsync());
        }
        while (sent[^1].Type != "message");

        return sent;
    }

    /// <summary>What was taken and not read yet.</summary>
    public IReadOnlyList<SentActivity> Rest()
    {
        List<SentActivity> sent = [];
        while (_sent.Reader.TryRead(out var next))
        {
            sent.Add(next);
        }

        return sent;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        var target = context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget;
        var sent = new SentActivity(target, context.Request.Headers.Authorization, body.RootElement.Clone());
        if (Refuse is { } refuse && await refuse(sent, context))
        {
            return;
        }

        // Later parts of a stream have no id of their own.
        context.Response.StatusCode = sent.StreamType is "streaming" or "final" ? 202 : 201;
        if (context.Response.StatusCode == 201)
        {
            await context.Response.WriteAsJsonAsync(new { id = $"message-{Interlocked.Increment(ref _ids)}" }, context.RequestAborted);
        }

        await _sent.Writer.WriteAsync(sent, CancellationToken.None);
    }
}
