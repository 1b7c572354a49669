namespace PaperChat.Chat.Json.Events;

/// <summary>The answer could not be finished; <c>Transient</c> where the same request may succeed later.</summary>
internal sealed record FailedEventShape(string Code, string Message, bool Transient, AnswerShape? Partial);
