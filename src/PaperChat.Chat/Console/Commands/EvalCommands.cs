using System.CommandLine;
using PaperChat.Hosting;

namespace PaperChat.Chat.Console.Commands;

/// <summary><c>paperchat eval</c> and what is below it.</summary>
internal static class EvalCommands
{
    public static Command Build(CommandRunner runner, LibraryAccess libraries)
    {
        return new Command("eval", "Measure search, answers and the check of sentences where the results are known")
        {
            EvalRetrievalCommand.Build(runner, libraries),
            EvalAnswersCommand.Build(runner, libraries),
            EvalVerifyCommand.Build(runner, libraries),
            EvalFiguresCommand.Build(runner, libraries),
        };
    }
}
