using PaperChat.Ingestion;

namespace PaperChat.Sources.Json;

/// <summary>Makes a paper of one JSON object; null with the reason when it is none.</summary>
internal delegate SourceRecord? JsonRecordReader(ReadOnlyMemory<byte> json, SourceOptions options, out string? problem);
