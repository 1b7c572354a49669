using System.CommandLine;
using PaperChat.Chat.Mcp;
using PaperChat.Hosting;

namespace PaperChat.Chat.Console.Commands;

/// <summary>The commands of <c>paperchat</c>.</summary>
internal static class ChatCommandLine
{
    public static RootCommand Build(CommandRunner runner, LibraryAccess libraries)
    {
        ArgumentNullException.ThrowIfNull(runner);
        var root = new RootCommand("Answers questions from papers' titles and abstracts, every sentence cited. Without a command it chats.");
        var chat = new ChatCommand(libraries);
        var command = new Command("chat", "Ask question after question; the default");
        runner.SetAction(root, chat.RunAsync);
        runner.SetAction(command, chat.RunAsync);
        root.Subcommands.Add(command);
        root.Subcommands.Add(AskCommand.Build(runner, libraries));
        root.Subcommands.Add(SearchCommand.Build(runner, libraries));
        root.Subcommands.Add(SimilarCommand.Build(runner, libraries));
        root.Subcommands.Add(CompareCommand.Build(runner, libraries));
        root.Subcommands.Add(CiteCommand.Build(runner, libraries));
        root.Subcommands.Add(ReviewCommand.Build(runner, libraries));
        root.Subcommands.Add(VerifyCommand.Build(runner, libraries));
        root.Subcommands.Add(LibraryCommands.Build(runner, libraries));
        root.Subcommands.Add(EvalCommands.Build(runner, libraries));
        root.Subcommands.Add(ModelsCommand.Build(runner));
        root.Subcommands.Add(ServeCommand.Build(runner, libraries));
        root.Subcommands.Add(McpCommand.Build(runner, libraries));
        return root;
    }
}
