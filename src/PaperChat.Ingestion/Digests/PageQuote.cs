namespace PaperChat.Ingestion.Digests;

/// <summary>A quoted sentence with the numbers of the papers that it cites; <see cref="Lead"/> says whose it is, and may be empty.</summary>
internal sealed record PageQuote(string Lead, string Text, IReadOnlyList<int> Citations);
