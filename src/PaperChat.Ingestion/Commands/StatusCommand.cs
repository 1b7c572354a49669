using System.Globalization;
using PaperChat.Hosting;
using PaperChat.Library;

namespace PaperChat.Ingestion.Commands;

/// <summary>Shows what is in the library and the latest ingestions.</summary>
internal static class StatusCommand
{
    private const int DefaultRuns = 10;

    public static async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        await using var library = await LibraryDoor.OpenAsync(context, cancellationToken);
        var state = await library.GetStateAsync(cancellationToken);
        var runs = await library.GetRunsAsync(context.Settings.Limit ?? DefaultRuns, cancellationToken);
        if (context.Settings.Json)
        {
            await context.Console.Out.WriteLineAsync(IngestionJson.Status(context.Settings.Location, state, runs));
        }
        else
        {
            Print(context, state, runs);
        }

        return ExitCode.Done;
    }

    private static void Print(CommandContext context, LibraryState state, IReadOnlyList<IngestionRun> runs)
    {
        var output = context.Console.Out;
        var summaries = state.Summaries == 0 ? "" : FormattableString.Invariant($", {state.Summaries:N0} of them summaries written for the sample");
        output.WriteLine(TerminalText.Line(FormattableString.Invariant($"{state.Papers:N0} papers in {context.Settings.Location}{summaries}")));
        foreach (var run in runs)
        {
            output.WriteLine(TerminalText.Line(Describe(run)));
        }
    }

    private static string Describe(IngestionRun run)
    {
        var started = run.Started.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
        var end = run.Finished is null ? " (interrupted)" : "";
        return FormattableString.Invariant(
            $"{started}  {run.Added:N0} added, {run.Changed:N0} changed, {run.Unchanged:N0} unchanged, {run.Rejected:N0} rejected{end}  {run.Input}");
    }
}
