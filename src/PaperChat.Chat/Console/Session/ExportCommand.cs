using System.Text.Json;
using PaperChat.Chat.Json;
using PaperChat.Hosting;

namespace PaperChat.Chat.Console.Session;

internal static class ExportCommand
{
    public static SlashCommand Command { get; } = new("export", "FILE", "save this conversation with its sources (.md or .json)", RunAsync);

    private static async Task<bool> RunAsync(ChatSession session, string arguments, CancellationToken cancellationToken)
    {
        var turns = session.Conversation.Turns;
        var name = arguments.Trim('"');
        if (turns.Count == 0 || name.Length == 0)
        {
            session.Say(turns.Count == 0 ? "There is nothing to save yet." : "Say where to: /export conversation.md");
            return true;
        }

        try
        {
            var path = Path.GetFullPath(name);
            if (File.Exists(path))
            {
                session.Say($"{TerminalText.Line(name)} exists already and is left as it is; give another name.");
                return true;
            }

            var conversation = await ExportedConversation.OfAsync(session, cancellationToken);
            var content = Path.GetExtension(path).Equals(".json", StringComparison.OrdinalIgnoreCase)
                ? JsonSerializer.Serialize(ConversationShape.Of(conversation), WireJson.Relaxed.ConversationShape) + "\n"
                : Transcript.Of(conversation);
            await NewFile.WriteAsync(path, content, cancellationToken);
            session.Say($"Saved to {TerminalText.Line(path)}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            session.Say($"Not saved: {TerminalText.Line(exception.Message)}");
        }

        return true;
    }
}
