using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using PaperChat.Chat.Console.Rendering;
using PaperChat.Chat.Json;
using PaperChat.Hosting;
using PaperChat.Papers;

namespace PaperChat.Chat.Console.Commands;

/// <summary><c>paperchat library list</c>: the papers that the filters let through, in the order of their ids, as a stream.</summary>
internal sealed class LibraryListCommand(LibraryAccess libraries)
{
    public static Command Build(CommandRunner runner, LibraryAccess libraries)
    {
        var command = new Command("list", "The papers, by id; filters and --limit apply");
        runner.SetAction(command, new LibraryListCommand(libraries).RunAsync);
        return command;
    }

    private async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        await using var library = await libraries.OpenAsync(context, cancellationToken);
        var filters = context.Settings.Filters;
        var total = await library.CountAsync(filters, cancellationToken);
        var papers = library.ListAsync(filters, cancellationToken).Take(context.Settings.Limit ?? int.MaxValue);
        await (context.Settings.Json
            ? WriteJsonAsync(context.Console.Out, total, papers, cancellationToken)
            : WriteLinesAsync(context.Console.Out, papers, cancellationToken));
        return total > 0 || filters.IsEmpty ? ExitCode.Done : ExitCode.NoEvidence;
    }

    private static async Task WriteLinesAsync(TextWriter output, IAsyncEnumerable<Paper> papers, CancellationToken cancellationToken)
    {
        await foreach (var paper in papers.WithCancellation(cancellationToken))
        {
            await output.WriteLineAsync($"{TerminalText.Line(paper.Id.Value)}\t{PaperText.Title(paper)}");
        }
    }

    // Paper by paper: a library may hold more than fits into memory as JSON.
    private static async Task WriteJsonAsync(
        TextWriter output, long total, IAsyncEnumerable<Paper> papers, CancellationToken cancellationToken)
    {
        await output.WriteAsync(string.Create(CultureInfo.InvariantCulture, $$"""{"total":{{total}},"papers":["""));
        var separator = "";
        await foreach (var paper in papers.WithCancellation(cancellationToken))
        {
            await output.WriteAsync(separator + JsonSerializer.Serialize(PaperShape.Of(paper), WireJson.Relaxed.PaperShape));
            separator = ",";
        }

        await output.WriteLineAsync("]}");
    }
}
