using PaperChat.Papers;

namespace PaperChat.Library;

/// <summary>
/// A chunk that matched, with its score: BM25 (unbounded, above 0) in the lexical list, the cosine (above 0, up to 1) in the dense one.
/// </summary>
public sealed record Candidate(PaperId Paper, int Chunk, double Score)
{
    /// <summary>The chunk's vector, of length 1 but for rounding; null unless asked for, and in a library without vectors.</summary>
    public ReadOnlyMemory<float>? Vector { get; init; }

    /// <summary>The BM25 score of a candidate of the dense list, 0 when it holds no term of the request; null where a library cannot tell.</summary>
    public double? Bm25 { get; init; }

    /// <summary>The score by term and field; null unless asked for.</summary>
    public IReadOnlyList<TermScore>? Explanation { get; init; }
}
