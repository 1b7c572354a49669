using PaperChat.Evidence;

namespace PaperChat.Retrieval;

/// <summary>A paper of a ranking with what speaks for it, kept for evidence and refusal.</summary>
public sealed record RankedPaper
{
    public required AnalyzedPaper Paper { get; init; }

    /// <summary>The fused score; comparable within one question.</summary>
    public required double Score { get; init; }

    /// <summary>Share (0 to 1) of the worth of the question's terms that the paper holds, related words for less.</summary>
    public required double Coverage { get; init; }

    /// <summary>How far the question names the paper, 0 to 1.</summary>
    public required double Named { get; init; }

    /// <summary>The words of the question that point to the paper most.</summary>
    public Mention Mention { get; init; }

    /// <summary>True when the question holds the paper's name: its title before a colon, or all of a short title.</summary>
    public bool IsNamed { get; init; }

    /// <summary>Scores the paper's sentences, once they are asked for: most papers of a ranking never come so far.</summary>
    public required Lazy<IReadOnlyList<double>> SentenceScoring { get; init; }

    /// <summary>Score of each sentence as evidence, in the order of the paper's sentences.</summary>
    public IReadOnlyList<double> SentenceScores => SentenceScoring.Value;

    /// <summary>For each of the question's terms how far the paper covers it, 0 to 1.</summary>
    public required IReadOnlyList<float> Covered { get; init; }

    /// <summary>Which parts of the question this paper is the best for; empty for a simple question.</summary>
    public IReadOnlyList<int> BestForParts { get; init; } = [];

    /// <summary>True when the turns before were about this paper.</summary>
    public bool IsInFocus { get; init; }

    /// <summary>Finds <see cref="Neighbours"/>, once it is asked for.</summary>
    public required Lazy<double> NeighbourShare { get; init; }

    /// <summary>The share (0 to 1) of a topic's neighbouring words that are neighbours in the paper; 0 for other questions.</summary>
    public double Neighbours => NeighbourShare.Value;
}
