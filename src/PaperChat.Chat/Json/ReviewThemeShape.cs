namespace PaperChat.Chat.Json;

internal sealed record ReviewThemeShape(string Title, IReadOnlyList<string> Papers);
