using PaperChat.Chat.Console.Prompt;
using PaperChat.Chat.Console.Rendering;
using PaperChat.Hosting;

namespace PaperChat.Chat.Console.Commands;

/// <summary>Asks whether an empty library is to be filled with the sample; yes unless the user says no.</summary>
internal static class SampleOffer
{
    /// <summary>Null where nobody sits at a terminal: then nobody is asked.</summary>
    public static Func<CancellationToken, Task<bool>>? For(CommandContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Console.IsInteractive ? token => AskAsync(context, token) : null;
    }

    private static async Task<bool> AskAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var console = ConsoleOutput.Of(context);
        new FlowWriter(console)
            .Write("Your library is empty. PaperChat comes with a sample to try: short summaries of 64 research papers. "
                + "Your own papers go in with paperchat-ingest, now or later.")
            .EndLine();
        var history = await PromptHistory.LoadAsync(file: null, cancellationToken);
        var read = PromptReader.For(context, "Load the sample? [Y/n] ", history);
        while (true)
        {
            switch ((await read(cancellationToken))?.Trim().ToUpperInvariant())
            {
                case "" or "Y" or "YES":
                    return true;
                case null or "N" or "NO":
                    return false;
                default:
                    new FlowWriter(console).Write("Please type y or n.").EndLine();
                    break;
            }
        }
    }
}
