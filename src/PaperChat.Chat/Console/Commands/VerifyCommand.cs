using System.CommandLine;
using System.Globalization;
using PaperChat.Chat.Console.Rendering;
using PaperChat.Chat.Console.Reviewing;
using PaperChat.Chat.Json;
using PaperChat.Hosting;
using PaperChat.Review;

namespace PaperChat.Chat.Console.Commands;

/// <summary><c>paperchat verify DRAFT.md</c>: checks an edited draft again; the exit code is 0 only when all of it holds.</summary>
internal sealed class VerifyCommand(LibraryAccess libraries, Argument<string> draft)
{
    private const int LongestText = 160;

    private readonly Option<string?> _bibliography = new("--bibliography") { Description = "BibTeX file of the citations; else references.bib beside the draft", HelpName = "FILE" };

    public static Command Build(CommandRunner runner, LibraryAccess libraries)
    {
        var draft = new Argument<string>("DRAFT.md") { Description = "A draft in Markdown with citations such as [@vaswani2017attention]" };
        var verify = new VerifyCommand(libraries, draft);
        var command = new Command("verify", "Check every sentence of a draft against the papers it cites") { draft, verify._bibliography };
        runner.SetAction(command, verify.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var file = context.Parsed.GetRequiredValue(draft);
        var text = await NamedFile.ReadAsync(file, cancellationToken);
        await using var library = await libraries.OpenAsync(context, cancellationToken);
        var keys = await DraftReferences.ReadAsync(file, context.Parsed.GetValue(_bibliography), library, cancellationToken);
        var result = DraftChecker.Check(text, keys);
        if (context.Settings.Json)
        {
            ConsoleOutput.WriteJson(context, DraftCheckShape.Of(file, result), WireJson.Relaxed.DraftCheckShape);
        }
        else
        {
            Write(context, file, result);
        }

        return result.Holds ? ExitCode.Done : ExitCode.Failed;
    }

    // "file:line: what", which editors take to jump there.
    private static void Write(CommandContext context, string file, DraftCheckResult result)
    {
        var console = ConsoleOutput.Of(context);
        foreach (var finding in result.Findings)
        {
            var text = TerminalText.Line(finding.Text);
            var shown = text.Length > LongestText ? text[..LongestText].TrimEnd() + "…" : text;
            new FlowWriter(console).Write(string.Create(CultureInfo.InvariantCulture, $"{TerminalText.Line(file)}:{finding.Line}: {TerminalText.Line(finding.Message)}"), Palette.Warning).EndLine();
            new FlowWriter(console, 4).Write(shown).EndLine();
        }

        new FlowWriter(console).Write(string.Create(CultureInfo.InvariantCulture, $"{result.Held} of {result.Sentences} sentences and cells hold.")).EndLine();
    }
}
