namespace PaperChat.Chat.Json;

internal sealed record ConversationSettingsShape(string? Filters, int? Limit);
