using PaperChat.Digests;

namespace PaperChat.Ingestion.Subscriptions;

/// <summary>What became of an answer since its reader was told, and the answer that they will have been told then.</summary>
internal sealed record PendingChanges(IReadOnlyList<AnswerChange> Changes, KeptAnswer Now);
