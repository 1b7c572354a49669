namespace PaperChat.Peers.Figures;

/// <summary>Means over the queries of a collection that the engine ranked in its time.</summary>
internal sealed record QualityFigures(string Set, int Queries, double NdcgAt10, double RecallAt100);
