using PaperChat.Library;
using PaperChat.Retrieval;

namespace PaperChat.Evidence;

/// <summary>What an answer may be made of: papers with the sentences that speak to the question, and how far to trust them.</summary>
public sealed record EvidenceSet
{
    public required Ranking Ranking { get; init; }

    public required AnswerShape Shape { get; init; }

    /// <summary>In the order in which an answer should use them; keys are issued from 1 in this order.</summary>
    public required IReadOnlyList<EvidenceItem> Items { get; init; }

    /// <summary>How likely (0 to 1) these sentences answer the question.</summary>
    public required double Confidence { get; init; }

    /// <summary>Why no answer should be made of it; null when one should.</summary>
    public string? Refusal { get; init; }

    public required LibraryState Library { get; init; }
}
