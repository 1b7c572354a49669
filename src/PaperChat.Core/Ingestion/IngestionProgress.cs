namespace PaperChat.Ingestion;

/// <summary>How far an ingestion has come. Counts are of this run; what is not yet committed is counted too.</summary>
public sealed record IngestionProgress
{
    public required IngestionCounts Counts { get; init; }

    /// <summary>Bytes of the inputs that were read, as stored.</summary>
    public required long BytesRead { get; init; }

    /// <summary>Bytes of all inputs; null when one of them does not say.</summary>
    public long? BytesTotal { get; init; }

    public required TimeSpan Elapsed { get; init; }

    /// <summary>The input being read.</summary>
    public required string Location { get; init; }
}
