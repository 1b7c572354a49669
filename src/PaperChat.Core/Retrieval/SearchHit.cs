using PaperChat.Answering;
using PaperChat.Library;
using PaperChat.Papers;

namespace PaperChat.Retrieval;

/// <summary>A paper that was found, with the passage that says why.</summary>
public sealed record SearchHit(int Rank, double Score, Paper Paper, Quote Snippet)
{
    /// <summary>The score by term and field; null unless asked for.</summary>
    public IReadOnlyList<TermScore>? Explanation { get; init; }
}
