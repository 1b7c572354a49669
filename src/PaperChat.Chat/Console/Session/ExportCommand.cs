using PaperChat.Hosting;

namespace PaperChat.Chat.Console.Session;

internal static class ExportCommand
{
    public static SlashCommand Command { get; } = new("export", "FILE", "save this conversation with its sources as Markdown", RunAsync);

    private static async Task<bool> RunAsync(ChatSession session, string arguments, CancellationToken cancellationToken)
    {
        var turns = session.Conversation.Turns;
        if (turns.Count == 0 || arguments.Length == 0)
        {
            session.Say(turns.Count == 0 ? "There is nothing to save yet." : "Say where to: /export conversation.md");
            return true;
        }

        try
        {
            var path = Path.GetFullPath(arguments.Trim('"'));
            await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
            await using var writer = new StreamWriter(file);
            await writer.WriteAsync(Transcript.Of(turns).AsMemory(), cancellationToken);
            session.Say($"Saved to {TerminalText.Line(path)}");
        }
        catch (IOException) when (File.Exists(arguments.Trim('"')))
        {
            session.Say($"{TerminalText.Line(arguments)} exists already and is left as it is; give another name.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            session.Say($"Not saved: {TerminalText.Line(exception.Message)}");
        }

        return true;
    }
}
