using PaperChat.Papers;

namespace PaperChat.Ingestion;

/// <summary>A paper and the ids under which the same work may be known elsewhere, its own among them, best first.</summary>
public sealed record NormalizedPaper(Paper Paper, IReadOnlyList<PaperId> Aliases);
