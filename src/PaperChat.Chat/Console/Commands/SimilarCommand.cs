using System.CommandLine;
using PaperChat.Chat.Console.Rendering;
using PaperChat.Chat.Json;
using PaperChat.Hosting;
using PaperChat.Retrieval;

namespace PaperChat.Chat.Console.Commands;

/// <summary><c>paperchat similar PAPER</c>: papers like one of the library.</summary>
internal sealed class SimilarCommand(LibraryAccess libraries, Argument<string> id)
{
    private const int DefaultLimit = 10;

    public static Command Build(CommandRunner runner, LibraryAccess libraries)
    {
        var id = new Argument<string>("PAPER") { Description = "Id of the paper; an arXiv id or DOI may stand alone" };
        var command = new Command("similar", "List papers like one of the library") { id };
        runner.SetAction(command, new SimilarCommand(libraries, id).RunAsync);
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

        var similar = new SimilarPapers(library, context.Time, context.Settings.EmbeddingModel);
        var result = await similar.FindAsync(found[0], context.Settings.Filters, context.Settings.Limit ?? DefaultLimit, cancellationToken);
        if (context.Settings.Json)
        {
            ConsoleOutput.WriteJson(context, SearchShape.Of(result, id: null), WireJson.Relaxed.SearchShape);
        }
        else
        {
            new SearchRenderer(ConsoleOutput.Of(context), context.Settings.Quiet).Write(result);
        }

        return result.Hits.Count > 0 ? ExitCode.Done : ExitCode.NoEvidence;
    }
}
