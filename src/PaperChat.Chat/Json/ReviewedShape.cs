namespace PaperChat.Chat.Json;

/// <summary>What <c>POST /api/review</c> gives: the ledger, and the files that <c>review --out</c> writes, by their names.</summary>
internal sealed record ReviewedShape(ReviewShape Ledger, IReadOnlyDictionary<string, string> Files);
