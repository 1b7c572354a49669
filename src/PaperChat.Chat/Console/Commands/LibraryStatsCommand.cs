using System.Globalization;
using PaperChat.Chat.Console.Rendering;
using PaperChat.Chat.Json;
using PaperChat.Hosting;
using PaperChat.Library;

namespace PaperChat.Chat.Console.Commands;

/// <summary><c>paperchat library stats</c>.</summary>
internal sealed class LibraryStatsCommand(LibraryAccess libraries)
{
    private const int ShownRuns = 5;

    public async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        await using var library = await libraries.OpenAsync(context, cancellationToken);
        var state = await library.GetStateAsync(cancellationToken);
        var manifest = await library.GetManifestAsync(cancellationToken);
        var runs = await library.GetRunsAsync(ShownRuns, cancellationToken);
        var location = context.Settings.Location;
        if (context.Settings.Json)
        {
            ConsoleOutput.WriteJson(context, LibraryStatsShape.Of(location, state, manifest, runs), WireJson.Relaxed.LibraryStatsShape);
            return ExitCode.Done;
        }

        var lines = Facts(location, state, manifest).Concat(runs.Select(r => ("run", Run(r))));
        foreach (var (name, value) in lines)
        {
            await context.Console.Out.WriteLineAsync($"{name,-12}{TerminalText.Line(value)}");
        }

        return ExitCode.Done;
    }

    private static IEnumerable<(string Name, string Value)> Facts(string location, LibraryState state, LibraryManifest manifest)
    {
        yield return ("library", location);
        yield return ("papers", Number(state.Papers));
        if (state.Summaries > 0)
        {
            yield return ("summaries", $"{Number(state.Summaries)} ({PaperText.SummaryNotice})");
        }

        yield return ("passages", Number(state.Chunks));
        if (state.FirstYear is { } first && state.LastYear is { } last)
        {
            yield return ("years", first == last ? Plain(first) : $"{Plain(first)} to {Plain(last)}");
        }

        if (state.FirstListed is { } from && state.LastListed is { } to)
        {
            yield return ("listed", from == to ? PaperText.Day(from) : $"{PaperText.Day(from)} to {PaperText.Day(to)}");
        }

        yield return ("format", $"schema {Plain(manifest.SchemaVersion)}, analyser {manifest.Analyzer}, created {Moment(manifest.Created)}");
        yield return ("vectors", manifest.EmbeddingModel is { } model ? $"{model.Name}, dimension {Plain(model.Dimension)}" : "none");
    }

    private static string Run(IngestionRun run) =>
        $"{Moment(run.Started)} {run.Input}: {Number(run.Added)} new, {Number(run.Changed)} changed, {Number(run.Unchanged)} unchanged, "
        + $"{Number(run.Rejected)} rejected{(run.Finished is null ? " (interrupted)" : "")}";

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static string Plain(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Moment(DateTimeOffset time) => time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
