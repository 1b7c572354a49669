namespace PaperChat.Chat.Json;

/// <summary>What <c>library compact|export|import --json</c> write: what was done, and to how many papers.</summary>
internal sealed record MaintainedShape(string Library, string Done, long Papers, string? File);
