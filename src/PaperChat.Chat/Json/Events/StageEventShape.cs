namespace PaperChat.Chat.Json.Events;

/// <summary>What a review is at: <c>searching</c>, <c>grouping</c>, <c>naming</c> or <c>writing</c>; with a model, how many of its sections are done.</summary>
internal sealed record StageEventShape(string Stage, int? Done, int? Total);
