namespace PaperChat.Chat.Json.Events;

/// <summary>A finished sentence; <c>Text</c> takes the place of the pending text but for <c>Pending</c>, its end.</summary>
internal sealed record SentenceEventShape(SentenceShape Sentence, string Text, string? Pending);
