using PaperChat.Hosting;
using PaperChat.Ingestion.Progress;
using PaperChat.Library;
using PaperChat.Sources.Feeds;

namespace PaperChat.Ingestion.Commands;

/// <summary>
/// Reads the inputs into the library; exit code 1 when any record did not go in, the others are in; 4 when a service did not answer
/// to the end.
/// </summary>
internal sealed class IngestCommand(InputOptions inputs)
{
    public async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        // The inputs come first: where nothing can be read, no library is made and no other writer disturbed.
        using var connection = new FeedConnection(context);
        var sources = await inputs.FindAsync(context, connection.Sources, cancellationToken);
        return await RunAsync(context, sources, inputs.Describe(context.Parsed), cancellationToken);
    }

    /// <param name="context">What the command works with.</param>
    /// <param name="sources">What is read.</param>
    /// <param name="description">As the user named it, for the record of the run.</param>
    /// <param name="cancellationToken">Stops; what was read is kept.</param>
    public static async Task<int> RunAsync(CommandContext context, IReadOnlyList<IPaperSource> sources, string description, CancellationToken cancellationToken)
    {
        var duplicates = new DuplicateNotes(context);
        var (summary, isWhole) = await IngestAsync(context, sources, description, duplicates, cancellationToken);
        await duplicates.WriteAsync(cancellationToken);
        SummaryOutput.Write(context, summary);
        return sources.Any(s => s is Feed { Failure.IsTransient: true }) ? ExitCode.ServiceUnavailable
            : summary.Counts.Rejected > 0 || !isWhole ? ExitCode.Failed : ExitCode.Done;
    }

    private static async Task<(IngestionSummary Summary, bool IsWhole)> IngestAsync(
        CommandContext context, IReadOnlyList<IPaperSource> sources, string description, DuplicateNotes duplicates, CancellationToken cancellationToken)
    {
        await using var writer = await LibraryDoor.OpenWriterAsync(context, cancellationToken);
        var bytes = InputOptions.CountBytes(sources);
        var display = ProgressDisplay.For(context);
        using var rejections = new RejectionOutput(context, display.WriteLine);
        try
        {
            var summary = await display.RunAsync(
                bytes,
                progress => new IngestionPipeline(writer, context.Time).RunAsync(
                    sources,
                    new IngestionOptions
                    {
                        Input = description,
                        BytesTotal = bytes,
                        Progress = progress,
                        IsWhole = () => !sources.Any(s => s is Feed { Failure: not null }),
                        Added = duplicates.Add,
                        Rejected = rejections.Add,
                    },
                    cancellationToken));
            return (summary, !NotesWithoutVectors(context, writer));
        }
        catch (OperationCanceledException)
        {
            context.Note("Stopped. What was read so far is in the library; the same command again does the rest.");
            throw;
        }
    }

    // Says so where the embedding model failed, and how its part is made up for.
    private static bool NotesWithoutVectors(CommandContext context, IPaperLibraryWriter writer)
    {
        if (LibraryDoor.WithoutVectors(writer, context) is not { } note)
        {
            return false;
        }

        context.Note(note);
        return true;
    }
}
