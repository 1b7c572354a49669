namespace PaperChat.Evaluation;

/// <summary>A claim, an abstract that supports or refutes it, and which of the abstract's sentences (from 0) do so.</summary>
public sealed record RationaleCase(
    string ClaimId, string Claim, string PaperId, string Title, IReadOnlyList<string> Sentences, IReadOnlySet<int> GoldSentences);
