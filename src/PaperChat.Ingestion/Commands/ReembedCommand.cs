using PaperChat.Embedded;
using PaperChat.Hosting;

namespace PaperChat.Ingestion.Commands;

/// <summary>
/// Makes the vectors of the library anew by the configured model, or takes them out where that is none. Where the library has vectors
/// of that model already, it makes those that are missing.
/// </summary>
internal static class ReembedCommand
{
    private const long ReportedEach = 50_000;

    public static async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        if (context.Settings.IsQdrant)
        {
            throw new UsageException("A collection keeps the vectors that it was made with. Set Embeddings:Model, and ingest the papers into another one (Qdrant:Collection), or copy them there by way of a folder with 'paperchat library copy'.");
        }

        var model = await LibraryDoor.ModelToWriteAsync(context, cancellationToken);
        try
        {
            await EmbeddedLibraryMaintenance.ReembedAsync(
                context.Settings.Library.Path, context.Time, model, new Notes(context), cancellationToken);
        }
        catch (OperationCanceledException)
        {
            context.Note("Stopped. The library has its old vectors; the same command again goes on where this one was.");
            throw;
        }

        var library = context.Settings.Library.Path;
        await context.Console.Out.WriteLineAsync(context.Settings.Json
            ? IngestionJson.Reembedded(library, model?.Info)
            : TerminalText.Line(model is null
                ? $"The library in {library} has no vectors any more; it is searched by words alone."
                : $"The vectors of the library in {library} are those of {model.Info.Name} ({model.Info.Dimension} numbers)."));
        return ExitCode.Done;
    }

    private sealed class Notes(CommandContext context) : IProgress<long>
    {
        private long _next = ReportedEach;

        public void Report(long value)
        {
            if (value >= _next)
            {
                _next = value + ReportedEach;
                context.Note(FormattableString.Invariant($"{value:N0} passages embedded"));
            }
        }
    }
}
