using PaperChat.Hosting;

namespace PaperChat.Ingestion.Commands;

/// <summary>Runs an ingestion up to its commit, and drops it.</summary>
internal sealed class PlanCommand(InputOptions inputs)
{
    public async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        using var connection = new FeedConnection(context);
        var sources = await inputs.FindAsync(context, connection.Sources, cancellationToken);
        await using var library = await LibraryDoor.OpenTrialWriterAsync(context, cancellationToken);
        using var rejections = new RejectionOutput(context, context.Console.Error.WriteLine);
        var options = new IngestionOptions { Input = inputs.Describe(context.Parsed), Rejected = rejections.Add };
        var summary = await new IngestionPipeline(new UncommittedWriter(library), context.Time).RunAsync(sources, options, cancellationToken);
        SummaryOutput.Write(context, summary, isPlan: true);
        return summary.Counts.Rejected > 0 ? ExitCode.Failed : ExitCode.Done;
    }
}
