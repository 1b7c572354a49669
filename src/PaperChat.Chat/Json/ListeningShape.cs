namespace PaperChat.Chat.Json;

/// <summary>What <c>serve --json</c> writes once it takes requests.</summary>
internal sealed record ListeningShape(IReadOnlyList<string> Listening);
