namespace PaperChat.Peers.Figures;

/// <summary>One engine at one size.</summary>
internal sealed record EngineFigures
{
    public required string Engine { get; init; }

    public required double BuildSeconds { get; init; }

    /// <summary>The highest anonymous memory while building, in bytes; null where the system does not say.</summary>
    public required long? BuildAnonymousBytes { get; init; }

    public required long IndexBytes { get; init; }

    /// <summary>From opening to the first results, in a fresh process, the files being in the page cache.</summary>
    public required double OpenMs { get; init; }

    public required int TimedQueries { get; init; }

    public required double MedianMs { get; init; }

    public required double P99Ms { get; init; }

    /// <summary>Median of the windows with one query at a time.</summary>
    public required double QueriesPerSecond1 { get; init; }

    /// <summary>Median of the windows with two queries at a time.</summary>
    public required double QueriesPerSecond2 { get; init; }

    public required long? SearchAnonymousBytes { get; init; }

    public required IReadOnlyList<QualityFigures> Quality { get; init; }
}
