using PaperChat.Papers;
using PaperChat.Qdrant.Points;

namespace PaperChat.Qdrant.Writing;

/// <summary>
/// What a writer knows of one id, from the server or from what it took since: a paper, or that there is none. Replaced by another
/// object when the paper changes, so that what the server holds under the id is never forgotten.
/// </summary>
internal sealed record PaperState(PaperId Id)
{
    /// <summary>Null when there is no such paper, or no longer, or when only <see cref="Head"/> was read.</summary>
    public PaperContent? Content { get; init; }

    /// <summary>What tells whether an arriving paper is the same; null when there is no such paper.</summary>
    public PaperHead? Head { get; init; }

    /// <summary>How many chunks the server may hold under this id.</summary>
    public int StoredChunks { get; init; }

    /// <summary>The revision that the server held when it was read, and that may be replaced; null when there was none.</summary>
    public string? StoredRevision { get; init; }

    /// <summary>The entries of this writer that went into it and are not written yet.</summary>
    public IReadOnlyList<ArrivingPaper> Sources { get; init; } = [];

    /// <summary>True when it differs from what the server holds.</summary>
    public bool IsChanged { get; init; }

    /// <summary>Whether the points of another paper's intent say that this id's points are to be deleted.</summary>
    public bool IsMoved { get; init; }

    public bool Exists => Head is not null;
}
