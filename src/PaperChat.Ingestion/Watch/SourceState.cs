namespace PaperChat.Ingestion.Watch;

/// <summary>What is remembered of a source.</summary>
internal sealed record SourceState
{
    public required string Name { get; init; }

    /// <summary>When the first reading began.</summary>
    public required DateTimeOffset First { get; init; }

    /// <summary>When the last reading began.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>When the last reading that came to its end began; null before the first one.</summary>
    public DateTimeOffset? Succeeded { get; init; }

    /// <summary>When it is read next; null while it is being read, and never again.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>Failures since the last success.</summary>
    public int Failures { get; init; }

    public string? Error { get; init; }

    /// <summary>What its files looked like when they were last read; null where that cannot be told.</summary>
    public string? Content { get; init; }

    /// <summary>Papers that it brought in all.</summary>
    public long Added { get; init; }
}
