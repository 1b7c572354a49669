namespace PaperChat.Comparison;

/// <summary>The rows of a comparison.</summary>
public enum ComparisonAspect
{
    Problem,
    Approach,

    /// <summary>What the paper says is new.</summary>
    Novelty,

    /// <summary>Data sets and benchmarks.</summary>
    Data,
    Results,

    /// <summary>Cost or complexity.</summary>
    Cost,
    Limits,
    Code,
}
