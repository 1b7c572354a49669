using System.CommandLine;
using PaperChat.Chat.Console.Rendering;
using PaperChat.Chat.Desk;
using PaperChat.Chat.Json;
using PaperChat.Hosting;
using PaperChat.Merging;
using PaperChat.Papers;

namespace PaperChat.Chat.Console.Commands;

/// <summary><c>paperchat library show ID</c>; with <c>--versions</c> also the records that the paper is made of.</summary>
internal sealed class LibraryShowCommand(LibraryAccess libraries, Argument<string> id, Option<bool> versions)
{
    public static Command Build(CommandRunner runner, LibraryAccess libraries)
    {
        var id = new Argument<string>("ID") { Description = "Id of the paper; an arXiv id or DOI may stand alone" };
        var versions = new Option<bool>("--versions") { Description = "Also its records: which one gave which field, and all versions that were met" };
        var command = new Command("show", "A paper with its abstract") { id, versions };
        runner.SetAction(command, new LibraryShowCommand(libraries, id, versions).RunAsync);
        return command;
    }

    private async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var wanted = context.Parsed.GetRequiredValue(id);
        await using var library = await libraries.OpenAsync(context, cancellationToken);
        var found = await library.GetAsync(PaperIdText.Meanings(wanted), cancellationToken);
        if (found.Count == 0)
        {
            throw new NotFoundException($"The library holds no paper with the id {TerminalText.Line(wanted)}; 'library list' shows all ids.");
        }

        var paper = found[0];
        var records = context.Parsed.GetValue(versions) ? await library.GetRecordsAsync(paper.Id, cancellationToken) : [];
        if (context.Settings.Json)
        {
            WriteJson(context, paper, records);
            return ExitCode.Done;
        }

        var console = ConsoleOutput.Of(context);
        new AbstractView(console).Write(paper, []);
        if (records.Count > 0)
        {
            new RecordsView(console).Write(RecordMerge.Merge(records));
        }

        return ExitCode.Done;
    }

    private static void WriteJson(CommandContext context, Paper paper, IReadOnlyList<WorkRecord> records)
    {
        var shape = PaperShape.Of(paper, withAbstract: true);
        if (records.Count > 0)
        {
            ConsoleOutput.WriteJson(context, PaperRecordsShape.Of(shape, records), WireJson.Relaxed.PaperRecordsShape);
        }
        else
        {
            ConsoleOutput.WriteJson(context, shape, WireJson.Relaxed.PaperShape);
        }
    }
}
