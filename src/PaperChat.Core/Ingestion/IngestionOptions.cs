using PaperChat.Papers;

namespace PaperChat.Ingestion;

/// <summary>What one ingestion is called and how it goes about it.</summary>
public sealed record IngestionOptions
{
    /// <summary>What is ingested, as the user named it; remembered with the run.</summary>
    public required string Input { get; init; }

    /// <summary>Bytes of all inputs, for progress; null when unknown.</summary>
    public long? BytesTotal { get; init; }

    /// <summary>Papers handed to the library at a time.</summary>
    public int BatchSize { get; init; } = 500;

    /// <summary>
    /// Papers after which what was written is committed; a process that is killed loses no more than these. Each commit costs a
    /// segment of the index, and its merging later.
    /// </summary>
    public int CommitInterval { get; init; } = 50_000;

    /// <summary>Time after which the next paper is committed with all before it, so that a slow source loses little.</summary>
    public TimeSpan LongestUncommitted { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Takes the source's own id of each record as it is and merges nothing, as evaluation collections need it, whose judgements
    /// name those ids. A record without an id keeps the one that its content gives.
    /// </summary>
    public bool KeepIds { get; init; }

    /// <summary>
    /// Asked after the last source: whether all came to their end. A run that did not stays without an end, as an interrupted one.
    /// </summary>
    public Func<bool>? IsWhole { get; init; }

    /// <summary>Called for each paper that the library did not have, once it is written (not yet committed), on the ingesting task.</summary>
    public Action<PaperId>? Added { get; init; }

    public IProgress<IngestionProgress>? Progress { get; init; }

    /// <summary>Called for each record that does not go in, in order, on the ingesting task.</summary>
    public Action<Rejection>? Rejected { get; init; }
}
