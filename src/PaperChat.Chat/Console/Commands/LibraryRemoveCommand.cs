using System.CommandLine;
using PaperChat.Chat.Json;
using PaperChat.Hosting;
using PaperChat.Library;

namespace PaperChat.Chat.Console.Commands;

/// <summary><c>paperchat library remove ID ...</c>: what is known goes, what is not is named.</summary>
internal sealed class LibraryRemoveCommand(LibraryAccess libraries, Argument<string[]> ids)
{
    public static Command Build(CommandRunner runner, LibraryAccess libraries)
    {
        var ids = new Argument<string[]>("ID") { Description = "Ids of the papers", Arity = ArgumentArity.OneOrMore };
        var command = new Command("remove", "Take papers out") { ids };
        runner.SetAction(command, new LibraryRemoveCommand(libraries, ids).RunAsync);
        return command;
    }

    private async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        List<string> removed = [];
        List<string> unknown = [];
        await using (var writer = await libraries.OpenWriterAsync(context, cancellationToken))
        {
            foreach (var id in context.Parsed.GetRequiredValue(ids).Distinct(StringComparer.Ordinal))
            {
                var gone = await DeleteAsync(writer, id, cancellationToken);
                (gone is null ? unknown : removed).Add(gone ?? id);
            }

            await writer.CommitAsync(cancellationToken);
        }

        Write(context, removed, unknown);
        return unknown.Count == 0 ? ExitCode.Done : ExitCode.NoEvidence;
    }

    // One meaning after the other: an id never takes two papers out.
    private static async Task<string?> DeleteAsync(IPaperLibraryWriter writer, string id, CancellationToken cancellationToken)
    {
        foreach (var meaning in PaperIdText.Meanings(id))
        {
            if (await writer.DeleteAsync([meaning], cancellationToken) is [var gone, ..])
            {
                return gone.Value;
            }
        }

        return null;
    }

    private static void Write(CommandContext context, List<string> removed, List<string> unknown)
    {
        if (context.Settings.Json)
        {
            ConsoleOutput.WriteJson(context, new RemovedShape(removed, unknown.Count > 0 ? unknown : null), WireJson.Relaxed.RemovedShape);
            return;
        }

        removed.ForEach(id => context.Console.Out.WriteLine("removed " + TerminalText.Line(id)));
        unknown.ForEach(id => context.Console.Error.WriteLine("not in the library: " + TerminalText.Line(id)));
    }
}
