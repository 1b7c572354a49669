namespace PaperChat.Chat.Json;

/// <summary>What <c>library list --json</c> writes: how many papers the filters let through, and those shown.</summary>
internal sealed record PaperListShape(long Total, IAsyncEnumerable<PaperShape> Papers);
