using System.CommandLine;
using ModelContextProtocol.Server;
using PaperChat.Chat.Console.Commands;
using PaperChat.Chat.Desk;
using PaperChat.Chat.Mcp.Stdio;
using PaperChat.Hosting;
using PaperChat.Prompts;

namespace PaperChat.Chat.Mcp;

/// <summary><c>paperchat mcp</c>: an MCP server on standard input and output, until the input ends. Standard output holds messages of the protocol alone.</summary>
internal sealed class McpCommand(LibraryAccess libraries)
{
    public static Command Build(CommandRunner runner, LibraryAccess libraries)
    {
        var command = new Command("mcp", "Serve the library to AI applications: an MCP server on standard input and output");
        runner.SetAction(command, new McpCommand(libraries).RunAsync);
        return command;
    }

    private async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        if (context.Console.InputIsTerminal)
        {
            context.Note("This is an MCP server: a program that speaks its protocol starts it and writes to it. Ctrl+C ends it; docs/mcp.md shows the configuration.");
        }

        await using var door = new DeskDoor(token => PaperDesk.OpenAsync(context, libraries, token));
        var options = PaperMcpServer.Options(door.OpenAsync, () => PromptSet.Load(context.Settings.Configuration["Prompts:Folder"]));
        var logs = new ProtocolLoggerFactory(_ => context.Logger);
        await using var output = new BufferedStream(context.Console.OutputBytes);
        await using var transport = new StdioTransport(context.Console.InputBytes, output, context.Time, logs);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, transport.Overdue);
        await using var server = McpServer.Create(transport, options, logs);

        // A library that is there is opened meanwhile, so that the first call finds it open. One that is not may be made by that call only.
        var preparing = LibraryDoor.Exists(context) ? Task.Run(() => door.PrepareAsync(ending.Token), ending.Token) : Task.CompletedTask;
        try
        {
            await server.RunAsync(ending.Token);
        }
        finally
        {
            await ending.CancelAsync();
            await preparing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return ExitCode.Done;
    }
}
