namespace PaperChat.Sources.Feeds;

/// <summary>An answer of before: its body, its marks for asking whether it still holds, and when it came.</summary>
internal sealed record CachedPage(byte[] Body, string? Tag, string? Modified, DateTimeOffset Kept);
