using PaperChat.Library;

namespace PaperChat.Ingestion;

/// <summary>What a finished ingestion did.</summary>
public sealed record IngestionSummary(IngestionRun Run, IngestionCounts Counts, long BytesRead, TimeSpan Elapsed);
