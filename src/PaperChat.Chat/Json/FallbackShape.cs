namespace PaperChat.Chat.Json;

/// <summary>Why an answer is in the papers' own sentences although a model was to write it.</summary>
internal sealed record FallbackShape(string Code, string Message);
