namespace PaperChat.Chat.Json;

internal sealed record ComparisonRowShape(string Aspect, IReadOnlyList<ComparisonCellShape> Cells);
