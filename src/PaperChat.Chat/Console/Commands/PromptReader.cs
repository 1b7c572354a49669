using PaperChat.Chat.Console.Prompt;
using PaperChat.Chat.Console.Rendering;
using PaperChat.Hosting;
using Spectre.Console;

namespace PaperChat.Chat.Console.Commands;

/// <summary>Reads lines from a user at a terminal.</summary>
internal static class PromptReader
{
    /// <summary>The next line; null when the user leaves with Ctrl+D.</summary>
    public static Func<CancellationToken, Task<string?>> For(CommandContext context, string prompt, PromptHistory history)
    {
        var console = ConsoleOutput.Of(context);
        return console.Profile.Capabilities.Ansi
            ? new LineEditor(console, prompt, Palette.Prompt, history).ReadAsync
            : token => PlainAsync(context, console, prompt, token);
    }

    // A terminal that cannot move its cursor edits the line by itself.
    private static async Task<string?> PlainAsync(CommandContext context, IAnsiConsole console, string prompt, CancellationToken cancellationToken)
    {
        console.Write(new Spectre.Console.Text(prompt));
        return await context.Console.In.ReadLineAsync(cancellationToken);
    }
}
