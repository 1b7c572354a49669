namespace PaperChat.Peers.Measuring;

/// <summary>What a searching process measured.</summary>
internal sealed record SearchOutput
{
    /// <summary>Milliseconds from opening the index to the first query's results, in a fresh process.</summary>
    public required double OpenMs { get; init; }

    /// <summary>Of each timed query, one at a time.</summary>
    public required IReadOnlyList<double> LatenciesMs { get; init; }

    public required IReadOnlyList<ThroughputWindow> Windows { get; init; }

    public required IReadOnlyList<PeerRanking> Rankings { get; init; }
}
