namespace PaperChat.Chat.Json.Events;

/// <summary>Retrieval is done.</summary>
internal sealed record EvidenceEventShape(IReadOnlyList<RetrievedShape> Retrieved, double RetrieveMs);
