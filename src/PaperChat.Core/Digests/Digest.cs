namespace PaperChat.Digests;

/// <summary>What is new for one interest.</summary>
public sealed record Digest
{
    public required string Interest { get; init; }

    /// <summary>New papers that were looked at.</summary>
    public required int Considered { get; init; }

    /// <summary>Groups in the order of their best papers, papers by how well they fit.</summary>
    public IReadOnlyList<DigestGroup> Groups { get; init; } = [];

    /// <summary>New papers with the most votes, whatever they are about; those of the groups are not repeated.</summary>
    public IReadOnlyList<DigestEntry> Trending { get; init; } = [];

    public bool IsEmpty => Groups.Count == 0 && Trending.Count == 0;
}
