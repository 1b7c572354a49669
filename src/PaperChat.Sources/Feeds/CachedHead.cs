namespace PaperChat.Sources.Feeds;

/// <summary>What is kept beside the body of an answer.</summary>
internal sealed record CachedHead(string Address, string? Tag, string? Modified, DateTimeOffset Kept, string BodyHash);
