namespace PaperChat.Qdrant.Transport;

/// <summary>One ranked list that is asked for.</summary>
internal abstract record PointQuery
{
    public PointFilter Filter { get; init; } = new();

    public required int Limit { get; init; }

    /// <summary>The keys of the payload that are wanted.</summary>
    public IReadOnlyList<string> Keys { get; init; } = [];

    /// <summary>The points that are ranked are those of this list; null for all.</summary>
    public PointQuery? Of { get; init; }

    /// <summary>Whether the dense vectors of what is found are wanted.</summary>
    public bool WithVector { get; init; }

    /// <summary>By cosine with a vector.</summary>
    public sealed record Near(ReadOnlyMemory<float> Vector) : PointQuery;

    /// <summary>By the weights of words, each times its inverse document frequency. Ids are distinct.</summary>
    public sealed record Weighted(IReadOnlyList<(uint Id, float Weight)> Words) : PointQuery;

    /// <summary>By a number of the payload; points without one are left out.</summary>
    public sealed record Ordered(string Key, bool Descending) : PointQuery;
}
