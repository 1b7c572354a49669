using PaperChat.Library;
using PaperChat.Papers;

namespace PaperChat.Retrieval;

/// <summary>A chunk in a ranking of both lists: its fused score (comparable within one ranking), and the two it comes from.</summary>
public sealed record FusedCandidate(PaperId Paper, int Chunk, double Score)
{
    /// <summary>The BM25 score; 0 when the chunk is not in the lexical list.</summary>
    public double Lexical { get; init; }

    /// <summary>The cosine with the query; 0 when it is not known.</summary>
    public double Cosine { get; init; }

    /// <summary>The lexical score by term and field; null unless asked for.</summary>
    public IReadOnlyList<TermScore>? Explanation { get; init; }
}
