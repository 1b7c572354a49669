using PaperChat.Papers;

namespace PaperChat.Merging;

/// <summary>A paper as a library keeps it, with the records that it is made of.</summary>
public sealed record StoredWork(Paper Paper, IReadOnlyList<Chunk> Chunks, IReadOnlyList<WorkRecord> Records)
{
    /// <summary>False for a work of one record in one version: the paper says all of it, and no library keeps the record a second time.</summary>
    public bool NeedsRecords => Records is not [{ Versions.Count: 1 }];
}
