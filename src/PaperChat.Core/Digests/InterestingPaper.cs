using PaperChat.Evidence;

namespace PaperChat.Digests;

/// <summary>A new paper that fits an interest, its score (higher is better), and the sentences that say why.</summary>
internal sealed record InterestingPaper(AnalyzedPaper Paper, double Score, IReadOnlyList<AnalyzedSentence> Sentences);
