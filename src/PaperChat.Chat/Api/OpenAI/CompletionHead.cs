namespace PaperChat.Chat.Api.OpenAI;

/// <summary>What all pieces of one completion share; the time in seconds since 1970.</summary>
internal sealed record CompletionHead(string Id, long Created, string Model);
