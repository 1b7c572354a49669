namespace PaperChat.Chat.Json;

/// <summary>What <c>POST /api/cite</c> gives: the bibliography as a whole and entry by entry, and the names that no paper goes by.</summary>
internal sealed record CitedShape(string Format, string Text, IReadOnlyList<BibliographyEntryShape> Entries, IReadOnlyList<string>? Missing);
