using PaperChat.Library;

namespace PaperChat.Ingestion;

/// <summary>Records of an ingestion by what became of them.</summary>
public readonly record struct IngestionCounts
{
    /// <summary>Records that were read as papers; the six below without <see cref="Rejected"/> add up to it after each batch.</summary>
    public long Read { get; init; }

    public long Added { get; init; }

    public long Changed { get; init; }

    /// <summary>Further records of papers that were known from other sources.</summary>
    public long Merged { get; init; }

    public long Unchanged { get; init; }

    public long Superseded { get; init; }

    public long Rejected { get; init; }

    /// <summary>Of those read: papers whose text tries to instruct a language model.</summary>
    public long Marked { get; init; }

    internal IngestionCounts With(UpsertOutcome outcome) => outcome switch
    {
        UpsertOutcome.Added => this with { Added = Added + 1 },
        UpsertOutcome.Changed => this with { Changed = Changed + 1 },
        UpsertOutcome.Merged => this with { Merged = Merged + 1 },
        UpsertOutcome.Superseded => this with { Superseded = Superseded + 1 },
        _ => this with { Unchanged = Unchanged + 1 },
    };
}
