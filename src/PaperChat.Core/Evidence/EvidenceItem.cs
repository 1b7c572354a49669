using PaperChat.Retrieval;

namespace PaperChat.Evidence;

/// <summary>A paper with its issued key and the sentences chosen from it, in the order of the text.</summary>
public sealed record EvidenceItem(int Key, RankedPaper Paper, IReadOnlyList<AnalyzedSentence> Sentences);
