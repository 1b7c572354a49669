namespace PaperChat.Ingestion.Commands;

/// <summary>What an embedding service would be given, at most.</summary>
internal sealed record PlannedEmbedding(string Model, long Texts, long Tokens);
