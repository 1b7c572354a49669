namespace PaperChat.Chat.Json;

internal sealed record BibliographyShape(string Format, IReadOnlyList<BibliographyEntryShape> Entries);
