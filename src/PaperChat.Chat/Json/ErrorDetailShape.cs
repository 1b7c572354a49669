namespace PaperChat.Chat.Json;

internal sealed record ErrorDetailShape(string Code, string Message);
