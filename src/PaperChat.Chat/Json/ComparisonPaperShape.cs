namespace PaperChat.Chat.Json;

internal sealed record ComparisonPaperShape(int N, PaperShape Paper);
