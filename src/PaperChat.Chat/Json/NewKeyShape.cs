namespace PaperChat.Chat.Json;

/// <summary>What <c>serve --new-key NAME --json</c> writes: the key, which is kept nowhere, and the hash that the server knows it by.</summary>
internal sealed record NewKeyShape(string Name, string Key, string Hash);
