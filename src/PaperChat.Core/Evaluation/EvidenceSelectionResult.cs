namespace PaperChat.Evaluation;

/// <summary>
/// How well evidence sentences are found in the right abstract, over claims and their abstracts: the share of cases with a
/// gold sentence first, and the mean of one over the rank of the first gold sentence.
/// </summary>
public sealed record EvidenceSelectionResult(int Cases, double GoldFirst, double Mrr);
