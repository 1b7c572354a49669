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
        var duplicates = new DuplicateOutput(context);
        await using var writer = new PlanWriter(library, duplicates.Add);
        var summary = await RunAsync(context, writer, sources, cancellationToken);
        duplicates.End();
        var embedding = context.Settings.EmbeddingService is { } model ? new PlannedEmbedding(model, writer.Texts, writer.Tokens) : null;
        await context.Console.Out.WriteLineAsync(context.Settings.Json
            ? IngestionJson.Plan(summary, duplicates.Kept, embedding)
            : SummaryOutput.DescribePlan(summary, embedding));
        return summary.Counts.Rejected > 0 ? ExitCode.Failed : ExitCode.Done;
    }

    private async Task<IngestionSummary> RunAsync(
        CommandContext context, PlanWriter writer, IReadOnlyList<IPaperSource> sources, CancellationToken cancellationToken)
    {
        using var rejections = new RejectionOutput(context, context.Console.Error.WriteLine);
        var options = new IngestionOptions { Input = inputs.Describe(context.Parsed), Rejected = rejections.Add };
        return await new IngestionPipeline(writer, context.Time).RunAsync(sources, options, cancellationToken);
    }
}
