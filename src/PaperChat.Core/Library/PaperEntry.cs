using PaperChat.Matching;
using PaperChat.Merging;
using PaperChat.Papers;

namespace PaperChat.Library;

/// <summary>What a writer takes: a normalised paper, its chunks in ordinal order, and where it was read.</summary>
public sealed record PaperEntry
{
    public required Paper Paper { get; init; }

    public required IReadOnlyList<Chunk> Chunks { get; init; }

    public required Provenance Provenance { get; init; }

    /// <summary>
    /// Ids under which the same work may already be known (arXiv id, DOI, title key). When null the writer does no merging:
    /// the paper's own id alone decides, as evaluation collections need it.
    /// </summary>
    public IReadOnlyList<PaperId>? Aliases { get; init; }

    /// <summary>
    /// Under what the library finds papers that may be the same work without sharing an id, and keeps this one. Null where only ids
    /// count; unused without <see cref="Aliases"/>.
    /// </summary>
    public WorkKeys? Keys { get; init; }

    /// <summary>The records that the paper is made of, for one that is copied from another library; null for one that was read.</summary>
    public IReadOnlyList<WorkRecord>? Records { get; init; }
}
