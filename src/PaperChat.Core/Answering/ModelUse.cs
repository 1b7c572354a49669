namespace PaperChat.Answering;

/// <summary>The chat model that wrote an answer, and what it took.</summary>
public sealed record ModelUse(string Name, long? PromptTokens, long? CompletionTokens, string PromptHash);
