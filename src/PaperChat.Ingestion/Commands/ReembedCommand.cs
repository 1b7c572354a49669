using PaperChat.Hosting;

namespace PaperChat.Ingestion.Commands;

/// <summary>
/// Makes the vectors of the library anew by the configured model, or takes them out where that is none. Where the library has vectors
/// of that model already, it makes those that are missing. A collection of a Qdrant server stays, and another one is made beside it.
/// </summary>
internal static class ReembedCommand
{
    private const long ReportedEach = 50_000;

    public static async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var (library, collection) = await ReembedAsync(context, cancellationToken);
        var model = context.Settings.EmbeddingModel?.Info;
        await context.Console.Out.WriteLineAsync(context.Settings.Json
            ? IngestionJson.Reembedded(library, model)
            : TerminalText.Line(model is null
                ? $"The library in {library} has no vectors; it is searched by words alone."
                : $"The vectors of the library in {library} are those of {model.Name} ({model.Dimension} numbers)."));
        if (collection is not null)
        {
            context.Note($"The collection {context.Settings.Qdrant.Collection} is as it was. Set Qdrant:Collection to {collection} on every host, and delete the old one when nobody uses it.");
        }

        return ExitCode.Done;
    }

    private static async Task<ReembeddedLibrary> ReembedAsync(CommandContext context, CancellationToken cancellationToken)
    {
        try
        {
            return await LibraryUpkeep.ReembedAsync(context, new Notes(context), cancellationToken);
        }
        catch (OperationCanceledException)
        {
            context.Note("Stopped. The library has its old vectors; the same command again goes on where this one was.");
            throw;
        }
    }

    private sealed class Notes(CommandContext context) : IProgress<long>
    {
        private long _next = ReportedEach;

        public void Report(long value)
        {
            if (value >= _next)
            {
                _next = value + ReportedEach;
                context.Note(FormattableString.Invariant($"{value:N0} done"));
            }
        }
    }
}
