using System.CommandLine;
using PaperChat.Chat.Json;
using PaperChat.Hosting;

namespace PaperChat.Chat.Console.Commands;

/// <summary><c>paperchat library copy --to embedded|qdrant</c>: the library of the other store, and a comparison of both afterwards.</summary>
internal sealed class LibraryCopyCommand(Option<string> to)
{
    private const long ReportedEach = 50_000;

    public static Command Build(CommandRunner runner)
    {
        var to = new Option<string>("--to") { Description = "Where to: embedded (from Qdrant into --library) or qdrant (from --library to --endpoint)", HelpName = "STORE", Required = true };
        var command = new Command("copy", "Copy the library to the other store, and compare both; run again it goes on where it stopped") { to };
        runner.SetAction(command, new LibraryCopyCommand(to).RunAsync);
        return command;
    }

    private async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var copy = new LibraryCopy(context, CommonOptions.IsQdrant(context.Parsed.GetRequiredValue(to)));
        var papers = await CopyAsync(copy, context, cancellationToken);
        var check = await copy.CheckAsync(cancellationToken);
        if (context.Settings.Json)
        {
            ConsoleOutput.WriteJson(context, new CopiedShape(copy.Source, copy.Target, papers, check.Same, check.Different, check.Missing), WireJson.Relaxed.CopiedShape);
        }
        else
        {
            await context.Console.Out.WriteLineAsync(TerminalText.Line(FormattableString.Invariant(
                $"copied: {papers:N0} papers from {copy.Source} to {copy.Target}; {check.Same:N0} are the same in both")));
        }

        if (!check.Holds)
        {
            context.Note(FormattableString.Invariant(
                $"{check.Different:N0} papers are in {copy.Target} with another content and {check.Missing:N0} are missing. It held papers before, or somebody wrote to one of the two meanwhile: run the same again."));
        }

        if (copy.WithoutVectors is { } note)
        {
            context.Note(note);
        }

        return check.Holds && copy.WithoutVectors is null ? ExitCode.Done : ExitCode.Failed;
    }

    private static async Task<long> CopyAsync(LibraryCopy copy, CommandContext context, CancellationToken cancellationToken)
    {
        try
        {
            return await copy.RunAsync(new Notes(context), cancellationToken);
        }
        catch (OperationCanceledException)
        {
            context.Note("Stopped. The same command again goes on where this one was.");
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
                context.Note(FormattableString.Invariant($"{value:N0} papers copied"));
            }
        }
    }
}
