namespace PaperChat.Chat.Json;

internal sealed record DraftFindingShape(int Line, string Kind, string Text, IReadOnlyList<string> Citations, string Message);
