using PaperChat.Library;
using PaperChat.Merging;
using PaperChat.Papers;

namespace PaperChat.Qdrant.Points;

/// <summary>All that a collection knows of one paper.</summary>
internal sealed record PaperContent
{
    public required Paper Paper { get; init; }

    public required IReadOnlyList<Chunk> Chunks { get; init; }

    /// <summary>What the paper is made of; never empty.</summary>
    public required IReadOnlyList<WorkRecord> Records { get; init; }

    /// <summary>Under which the work is found without a common id, in hex; see <see cref="Matching.WorkKeys"/>.</summary>
    public IReadOnlyList<string> MatchKeys { get; init; } = [];

    public IReadOnlyList<PaperId> Aliases { get; init; } = [];

    /// <summary>See <see cref="ContentHash"/>, in hex.</summary>
    public required string Hash { get; init; }

    public bool IsEmbedded { get; init; }

    /// <summary>True while points of this paper, or of the papers in <see cref="Moved"/>, are still to be written or deleted.</summary>
    public bool IsPending { get; init; }

    /// <summary>Ids that the paper had before, whose points are still to be deleted.</summary>
    public IReadOnlyList<PaperId> Moved { get; init; } = [];

    public StoredWork Work => new(Paper, Chunks, Records);
}
