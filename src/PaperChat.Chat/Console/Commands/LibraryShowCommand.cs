using System.CommandLine;
using PaperChat.Chat.Console.Rendering;
using PaperChat.Chat.Json;
using PaperChat.Hosting;

namespace PaperChat.Chat.Console.Commands;

/// <summary><c>paperchat library show ID</c>.</summary>
internal sealed class LibraryShowCommand(LibraryAccess libraries, Argument<string> id)
{
    public static Command Build(CommandRunner runner, LibraryAccess libraries)
    {
        var id = new Argument<string>("ID") { Description = "Id of the paper; an arXiv id or DOI may stand alone" };
        var command = new Command("show", "A paper with its abstract") { id };
        runner.SetAction(command, new LibraryShowCommand(libraries, id).RunAsync);
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

        if (context.Settings.Json)
        {
            ConsoleOutput.WriteJson(context, PaperShape.Of(found[0], withAbstract: true), WireJson.Relaxed.PaperShape);
        }
        else
        {
            new AbstractView(ConsoleOutput.Of(context)).Write(found[0], []);
        }

        return ExitCode.Done;
    }
}
