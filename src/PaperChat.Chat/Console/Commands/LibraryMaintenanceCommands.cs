using System.CommandLine;
using System.Globalization;
using PaperChat.Chat.Json;
using PaperChat.Hosting;

namespace PaperChat.Chat.Console.Commands;

/// <summary><c>paperchat library verify|compact|export|import</c>: what concerns the library as a whole.</summary>
internal static class LibraryMaintenanceCommands
{
    public static IEnumerable<Command> Build(CommandRunner runner)
    {
        var verify = new Command("verify", "Check every paper, hash and search structure; exit code 1 when something is wrong");
        runner.SetAction(verify, VerifyAsync);
        var compact = new Command("compact", "Build the search structures anew and give unused room back");
        runner.SetAction(compact, CompactAsync);
        var target = new Argument<string>("FILE") { Description = "The backup to write; one that is there already is left as it is" };
        var export = new Command("export", "Write the whole library into one file") { target };
        runner.SetAction(export, (context, token) => ExportAsync(context, context.Parsed.GetRequiredValue(target), token));
        var source = new Argument<string>("FILE") { Description = "A backup that export wrote" };
        var import = new Command("import", "Add the papers of a backup") { source };
        runner.SetAction(import, (context, token) => ImportAsync(context, context.Parsed.GetRequiredValue(source), token));
        return [verify, compact, export, import];
    }

    private static async Task<int> VerifyAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var library = context.Settings.Location;
        var findings = await LibraryUpkeep.VerifyAsync(context, cancellationToken);
        if (context.Settings.Json)
        {
            ConsoleOutput.WriteJson(context, new VerifiedShape(library, findings.Count == 0, findings), WireJson.Relaxed.VerifiedShape);
        }
        else
        {
            foreach (var finding in findings)
            {
                await context.Console.Out.WriteLineAsync($"{TerminalText.Line(finding.File)}: {TerminalText.Line(finding.Message)}");
            }

            await context.Console.Out.WriteLineAsync(findings.Count == 0
                ? $"The library {TerminalText.Line(library)} is sound."
                : $"The library {TerminalText.Line(library)} is not sound: see above.");
        }

        return findings.Count == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    private static async Task<int> CompactAsync(CommandContext context, CancellationToken cancellationToken)
    {
        if (!await LibraryUpkeep.CompactAsync(context, cancellationToken))
        {
            context.Note("Nothing was done: a Qdrant server compacts its collections by itself, while it runs.");
        }

        return await ReportAsync(context, "compacted", file: null, await CountAsync(context, cancellationToken));
    }

    private static async Task<int> ExportAsync(CommandContext context, string file, CancellationToken cancellationToken)
    {
        await LibraryUpkeep.ExportAsync(context, file, cancellationToken);
        return await ReportAsync(context, "exported", file, await CountAsync(context, cancellationToken));
    }

    private static async Task<int> ImportAsync(CommandContext context, string file, CancellationToken cancellationToken)
    {
        var papers = await LibraryUpkeep.ImportAsync(context, file, cancellationToken);
        return await ReportAsync(context, "imported", file, papers);
    }

    private static async Task<long> CountAsync(CommandContext context, CancellationToken cancellationToken)
    {
        await using var library = await LibraryDoor.OpenAsync(context, cancellationToken);
        return (await library.GetStateAsync(cancellationToken)).Papers;
    }

    private static async Task<int> ReportAsync(CommandContext context, string done, string? file, long papers)
    {
        if (context.Settings.Json)
        {
            var shape = new MaintainedShape(context.Settings.Location, done, papers, file);
            ConsoleOutput.WriteJson(context, shape, WireJson.Relaxed.MaintainedShape);
        }
        else
        {
            var where = file is null ? "" : $" ({TerminalText.Line(file)})";
            await context.Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{done}: {papers:N0} papers{where}"));
        }

        return ExitCode.Done;
    }
}
