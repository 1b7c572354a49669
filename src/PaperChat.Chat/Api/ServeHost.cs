using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PaperChat.Chat.Api.Access;
using PaperChat.Chat.Api.OpenAI;
using PaperChat.Chat.Api.Telemetry;
using PaperChat.Chat.Desk;
using PaperChat.Chat.Mcp.Http;
using PaperChat.Chat.Teams;
using PaperChat.Chat.Web;
using PaperChat.Hosting;

namespace PaperChat.Chat.Api;

/// <summary>
/// The server: one desk behind all doors. It reads no configuration of its own and handles no signals; whoever starts it stops it, and
/// disposes the desk after it.
/// </summary>
internal sealed class ServeHost : IAsyncDisposable
{
    private const int MostConnections = 2000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly WebApplication _app;

    private ServeHost(WebApplication app) => _app = app;

    /// <summary>Where it listens, with the ports that were really taken.</summary>
    public IReadOnlyList<string> Addresses => [.. _app.Urls];

    /// <summary>Begins to take requests.</summary>
    /// <exception cref="PaperChatException">An address cannot be listened on.</exception>
    public static async Task<ServeHost> StartAsync(PaperDesk desk, ServeOptions options, ILogger logger, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(desk);
        ArgumentNullException.ThrowIfNull(options);
        var app = Build(desk, options, logger);
        try
        {
            await app.StartAsync(cancellationToken);
            return new ServeHost(app);
        }
        catch (Exception exception) when (exception is IOException { InnerException: AddressInUseException } or SocketException or InvalidOperationException)
        {
            await app.DisposeAsync();
            throw new PaperChatException(
                $"Cannot listen on {string.Join(", ", options.Urls)}: {exception.Message.TrimEnd('.')}. Give another address with --urls, such as http://127.0.0.1:5081.", exception);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>Takes no more requests, and gives those that run a few seconds.</summary>
    public async Task StopAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await _app.StopAsync(patience.Token);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static WebApplication Build(PaperDesk desk, ServeOptions options, ILogger logger)
    {
        // Empty: neither a settings file of the working directory nor a variable of another program is read.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "paperchat", ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(Limit);
        builder.Logging.AddProvider(new CommandLoggerProvider(logger));
        builder.Services.AddSingleton<IHostLifetime, StartedLifetime>();
        builder.Services.AddServe(desk, options);
        builder.Services.AddMcp();
        if (options.Teams is { } teams)
        {
            builder.Services.AddTeams(teams);
        }

        var app = builder.Build();
        foreach (var url in options.Urls)
        {
            app.Urls.Add(url);
        }

        // In this order: what fails inside becomes an answer, who may call is known before anything is done, and limits count callers
        // whose whole request is here.
        app.UseMiddleware<TraceMiddleware>();
        app.UseMiddleware<ProblemMiddleware>();
        app.UseMiddleware<OriginMiddleware>();
        app.UseRouting();
        app.UseMiddleware<KeyMiddleware>();
        app.UseMiddleware<BodyMiddleware>();
        app.UseRateLimiter();
        app.UseRequestTimeouts();
        MapDoors(app, options);
        return app;
    }

    // Each door is mapped by its own folder. One that holds a stream open for long takes it out of the limits (DisableRateLimiting,
    // DisableRequestTimeout), else a few of them take all places; one that strangers may see has OpenEndpoint among its metadata.
    private static void MapDoors(WebApplication app, ServeOptions options)
    {
        app.MapHealth();
        app.MapApi();
        app.MapMcp();
        app.MapWeb();
        app.MapOpenAI();
        app.MapDescription();
        if (options.Teams is not null)
        {
            app.MapTeams();
        }
    }

    private static void Limit(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = RequestLimits.BodyBytes;
        kestrel.Limits.MaxConcurrentConnections = MostConnections;
    }
}
