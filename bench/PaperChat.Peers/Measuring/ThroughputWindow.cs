namespace PaperChat.Peers.Measuring;

/// <summary>Queries that a number of threads (or processes, where the engine's language allows one thread) answered a second, together.</summary>
internal sealed record ThroughputWindow(int Threads, double QueriesPerSecond);
