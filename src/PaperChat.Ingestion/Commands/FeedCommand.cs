using System.Net;
using PaperChat.Hosting;
using PaperChat.Sources.Feeds;

namespace PaperChat.Ingestion.Commands;

/// <summary>Reads a feed into the library; exit code 4 when its service did not answer to the end, what came before is in.</summary>
internal sealed class FeedCommand(FeedOptionSet options)
{
    /// <summary>How a run of a feed is recorded, so that the next one can go on behind it.</summary>
    public static string Describe(string feed, string? what) => what is null ? feed : $"{feed} {what}";

    public async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        using var handler = new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All, MaxConnectionsPerServer = 1 };
        using var http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        var configuration = context.Settings.Configuration;
        using var sources = new FeedSources(
            http, FeedSettings.Services(configuration, context.Environment), FeedSettings.Options(configuration, context.Environment), context.Time);
        var feed = await options.OpenAsync(context, sources, cancellationToken);
        var code = await IngestCommand.RunAsync(context, [feed], feed.Location, cancellationToken);
        return feed.Failure is { IsTransient: true } ? ExitCode.ServiceUnavailable : code;
    }
}
