using System.CommandLine;
using PaperChat.Hosting;

namespace PaperChat.Chat.Console.Commands;

/// <summary><c>paperchat library</c> and what is below it; by itself it shows the statistics.</summary>
internal static class LibraryCommands
{
    public static Command Build(CommandRunner runner, LibraryAccess libraries)
    {
        var library = new Command("library", "Look into the library and keep it in order");
        var stats = new LibraryStatsCommand(libraries);
        runner.SetAction(library, stats.RunAsync);
        var statistics = new Command("stats", "What is in it; the default");
        runner.SetAction(statistics, stats.RunAsync);
        library.Subcommands.Add(statistics);
        library.Subcommands.Add(LibraryListCommand.Build(runner, libraries));
        library.Subcommands.Add(LibraryShowCommand.Build(runner, libraries));
        library.Subcommands.Add(LibraryRemoveCommand.Build(runner, libraries));
        library.Subcommands.Add(LibraryCopyCommand.Build(runner));
        foreach (var command in LibraryMaintenanceCommands.Build(runner))
        {
            library.Subcommands.Add(command);
        }

        return library;
    }
}
