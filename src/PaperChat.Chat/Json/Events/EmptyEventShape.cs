namespace PaperChat.Chat.Json.Events;

/// <summary>An event that says all by its name.</summary>
internal sealed record EmptyEventShape;
