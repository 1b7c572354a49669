namespace PaperChat.Chat.Json;

internal sealed record ComparisonStatementShape(string Text, string Verdict, QuoteShape Quote);
