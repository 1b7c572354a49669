using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PaperChat.Hosting;

namespace PaperChat.Ingestion.Watch;

/// <summary>The watch as a service: its loop in the background, its addresses in front. Whoever starts it stops it.</summary>
internal sealed class WatchHost : IAsyncDisposable
{
    private const int LongestBody = 16 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly WebApplication _app;
    private readonly WatchLoop _loop;

    private WatchHost(WebApplication app, WatchLoop loop)
    {
        _app = app;
        _loop = loop;
    }

    /// <summary>Where it listens, with the ports that were really taken.</summary>
    public IReadOnlyList<string> Addresses => [.. _app.Urls];

    /// <summary>Ends when the loop does: stopped, or by a failure that will not pass, which it throws.</summary>
    public Task Loop => _loop.ExecuteTask ?? Task.CompletedTask;

    /// <exception cref="PaperChatException">An address cannot be listened on.</exception>
    public static async Task<WatchHost> StartAsync(WatchCycle cycle, WatchOptions options, string folder, TimeProvider time, ILogger logger, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "paperchat-ingest", ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LongestBody;
        });
        builder.Logging.AddProvider(new CommandLoggerProvider(logger));
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<IHostLifetime, StartedLifetime>();

        // What runs when it is asked to stop is stopped at its next step; an ingestion first writes down what it has read.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = Patience);
        var status = new WatchStatus();
        var loop = new WatchLoop(cycle, status, time, logger);
        builder.Services.AddSingleton(status);
        builder.Services.AddHostedService(_ => loop);
        var app = builder.Build();
        foreach (var url in options.Urls)
        {
            app.Urls.Add(url);
        }

        app.Use((context, next) =>
        {
            WatchEndpoints.AddHeaders(context);
            return next(context);
        });
        app.MapWatch(folder);
        try
        {
            await app.StartAsync(cancellationToken);
            return new WatchHost(app, loop);
        }
        catch (Exception exception) when (exception is IOException { InnerException: AddressInUseException } or SocketException or InvalidOperationException or FormatException)
        {
            await app.DisposeAsync();
            throw new PaperChatException($"Cannot listen on {string.Join(", ", options.Urls)}: {exception.Message.TrimEnd('.')}. Give another address in Watch:Urls.", exception);
        }
    }

    /// <summary>Ends the round that runs, and answers no more.</summary>
    public async Task StopAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await _app.StopAsync(patience.Token);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
