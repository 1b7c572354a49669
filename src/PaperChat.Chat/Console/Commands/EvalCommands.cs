using System.CommandLine;
using PaperChat.Hosting;

namespace PaperChat.Chat.Console.Commands;

/// <summary><c>paperchat eval</c> and what is below it.</summary>
internal static class EvalCommands
{
    public static Command Build(CommandRunner runner, LibraryAccess libraries)
    {
        return new Command("eval", "Measure search and answers on questions with known results")
        {
            EvalRetrievalCommand.Build(runner, libraries),
            EvalAnswersCommand.Build(runner, libraries),
        };
    }
}
