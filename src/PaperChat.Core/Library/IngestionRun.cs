namespace PaperChat.Library;

/// <summary>One run of an ingestion, as the library remembers it. A run without <see cref="Finished"/> was interrupted.</summary>
public sealed record IngestionRun
{
    public required Guid Id { get; init; }

    /// <summary>What was ingested, as the user named it.</summary>
    public required string Input { get; init; }

    public required DateTimeOffset Started { get; init; }

    public DateTimeOffset? Finished { get; init; }

    public long Added { get; init; }

    /// <summary>Papers that changed or got a further record.</summary>
    public long Changed { get; init; }

    public long Unchanged { get; init; }

    public long Rejected { get; init; }
}
