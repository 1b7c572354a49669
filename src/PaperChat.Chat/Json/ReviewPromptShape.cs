namespace PaperChat.Chat.Json;

internal sealed record ReviewPromptShape(string Name, string Hash);
