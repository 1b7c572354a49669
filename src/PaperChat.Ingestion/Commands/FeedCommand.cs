using PaperChat.Hosting;

namespace PaperChat.Ingestion.Commands;

/// <summary>Reads a feed into the library.</summary>
internal sealed class FeedCommand(FeedOptionSet options)
{
    public async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        using var connection = new FeedConnection(context);
        var feed = await options.OpenAsync(context, connection.Sources, cancellationToken);
        return await IngestCommand.RunAsync(context, [feed], feed.Location, cancellationToken);
    }
}
