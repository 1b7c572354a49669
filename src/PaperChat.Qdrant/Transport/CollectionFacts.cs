namespace PaperChat.Qdrant.Transport;

/// <summary>What the server says of a collection.</summary>
/// <param name="Dimension">Numbers of the dense vectors; null where there are none.</param>
/// <param name="HasWords">Whether there are sparse vectors of our name, with the modifier idf.</param>
/// <param name="Indexed">Payload keys that have an index.</param>
/// <param name="Points">Points of all kinds, roughly.</param>
/// <param name="IndexingThreshold">Kilobytes from which on the server builds graphs; 0 is never.</param>
internal sealed record CollectionFacts(int? Dimension, bool HasWords, IReadOnlySet<string> Indexed, long Points, long IndexingThreshold);
