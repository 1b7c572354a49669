using System.Net;
using PaperChat.Hosting;
using PaperChat.Sources.Feeds;

namespace PaperChat.Ingestion.Commands;

/// <summary>The services of the configuration, and the connections to them. The feeds it makes are read before it is disposed.</summary>
internal sealed class FeedConnection : IDisposable
{
    private readonly SocketsHttpHandler _handler = new() { AutomaticDecompression = DecompressionMethods.All, MaxConnectionsPerServer = 1 };
    private readonly HttpClient _http;

    /// <exception cref="UsageException">The configuration names an address that is none.</exception>
    public FeedConnection(CommandContext context)
    {
        var configuration = context.Settings.Configuration;
        _http = new HttpClient(_handler) { Timeout = Timeout.InfiniteTimeSpan };
        Sources = new FeedSources(
            _http, FeedSettings.Services(configuration, context.Environment), FeedSettings.Options(configuration, context.Environment), context.Time);
    }

    public FeedSources Sources { get; }

    public void Dispose()
    {
        Sources.Dispose();
        _http.Dispose();
        _handler.Dispose();
    }
}
