namespace PaperChat.Chat.Json;

/// <summary>What <c>library remove --json</c> writes.</summary>
internal sealed record RemovedShape(IReadOnlyList<string> Removed, IReadOnlyList<string>? Unknown);
