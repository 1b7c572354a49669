namespace PaperChat.Peers.Measuring;

/// <summary>The ids that an engine found for a query, best first.</summary>
internal sealed record PeerRanking(string Set, string Id, IReadOnlyList<string> Papers);
