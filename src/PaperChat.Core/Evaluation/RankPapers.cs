using PaperChat.Papers;

namespace PaperChat.Evaluation;

/// <summary>Ranks papers for a query text, best first, at most <paramref name="limit"/> of them.</summary>
public delegate Task<IReadOnlyList<PaperId>> RankPapers(string query, int limit, CancellationToken cancellationToken);
