namespace PaperChat.Chat.Api.Access;

/// <summary>Whose key a request came with.</summary>
internal sealed record RequestClient(string Name);
