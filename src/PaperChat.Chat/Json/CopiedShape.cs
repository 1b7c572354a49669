namespace PaperChat.Chat.Json;

/// <summary>What <c>library copy --json</c> writes: papers of the source, and how many of them the target holds alike, otherwise, and not at all.</summary>
internal sealed record CopiedShape(string From, string To, long Papers, long Same, long Different, long Missing);
