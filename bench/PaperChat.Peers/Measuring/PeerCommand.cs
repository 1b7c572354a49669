namespace PaperChat.Peers.Measuring;

internal sealed record PeerCommand(string Program, IReadOnlyList<string> Arguments);
