namespace PaperChat.Review;

/// <summary>What the check of a draft gave: how many sentences and cells it holds, how many of them hold, and what does not.</summary>
public sealed record DraftCheckResult(int Sentences, int Held, IReadOnlyList<DraftFinding> Findings)
{
    public bool Holds => Findings.Count == 0;
}
