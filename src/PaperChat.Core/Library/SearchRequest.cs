namespace PaperChat.Library;

/// <summary>
/// A search in the library's terms. All terms are analysed by <see cref="Text.TextAnalyzer"/>; a request without terms and
/// without a vector finds nothing.
/// </summary>
public sealed record SearchRequest
{
    /// <summary>A chunk scores by the terms it holds (BM25 summed, each times its weight); it need not hold all of them.</summary>
    public IReadOnlyList<WeightedTerm> Terms { get; init; } = [];

    /// <summary>Each phrase (terms in a row) must stand in the title or the text of a chunk.</summary>
    public IReadOnlyList<IReadOnlyList<string>> RequiredPhrases { get; init; } = [];

    /// <summary>A chunk is left out when one of these phrases (or single terms) stands in its title or text.</summary>
    public IReadOnlyList<IReadOnlyList<string>> ExcludedPhrases { get; init; } = [];

    /// <summary>A unit vector of the library's model; null for a lexical search.</summary>
    public ReadOnlyMemory<float>? Vector { get; init; }

    /// <summary>The model that made <see cref="Vector"/>. Another one than the library's is an <see cref="IndexIncompatibleException"/>; null is not compared.</summary>
    public EmbeddingModelInfo? VectorModel { get; init; }

    public SearchFilters Filters { get; init; } = SearchFilters.None;

    /// <summary>The most candidates wanted in each list.</summary>
    public int Limit { get; init; } = 100;

    /// <summary>Whether candidates of both lists carry their vectors.</summary>
    public bool WithVectors { get; init; }

    /// <summary>Whether candidates carry their score term by term.</summary>
    public bool Explain { get; init; }
}
