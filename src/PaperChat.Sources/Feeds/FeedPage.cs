namespace PaperChat.Sources.Feeds;

/// <summary>One answer of a service.</summary>
/// <param name="Address">What was asked, without keys.</param>
/// <param name="Body">As it came, decompressed.</param>
internal sealed record FeedPage(Uri Address, ReadOnlyMemory<byte> Body);
