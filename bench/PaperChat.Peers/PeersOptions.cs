namespace PaperChat.Peers;

/// <summary>What the comparison is asked for.</summary>
internal sealed record PeersOptions
{
    /// <summary>Folder of papers in JSON Lines, plain or gzipped.</summary>
    public required string Data { get; init; }

    /// <summary>Folder of retrieval collections, see <see cref="Evaluation.BeirDataset"/>.</summary>
    public required string Collections { get; init; }

    /// <summary>Where the report goes, and the indexes while they are measured.</summary>
    public required string Out { get; init; }

    /// <summary>Sizes; 0 stands for all real papers.</summary>
    public required IReadOnlyList<int> Papers { get; init; }

    /// <summary>Names of the collections whose questions are asked.</summary>
    public required IReadOnlyList<string> Queries { get; init; }

    /// <summary>The time for timing each engine at each size.</summary>
    public required double Minutes { get; init; }

    /// <summary>An engine that would build longer than this, by its rate at the size before, is left out.</summary>
    public required double BuildMinutes { get; init; }

    /// <summary>Names of the engines; empty for all.</summary>
    public required IReadOnlyList<string> Engines { get; init; }

    /// <summary>A Markdown document whose section of figures is replaced; null for none.</summary>
    public string? Document { get; init; }
}
