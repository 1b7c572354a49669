namespace PaperChat.Chat.Json;

internal sealed record ReviewSearchShape(string Query, int Found, int New);
