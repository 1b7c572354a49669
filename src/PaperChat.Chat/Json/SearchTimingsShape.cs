namespace PaperChat.Chat.Json;

internal sealed record SearchTimingsShape(double RetrieveMs, double TotalMs);
