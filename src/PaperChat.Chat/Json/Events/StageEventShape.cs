namespace PaperChat.Chat.Json.Events;

/// <summary>What a review is at: <c>searching</c>, <c>grouping</c> or <c>writing</c>.</summary>
internal sealed record StageEventShape(string Stage);
