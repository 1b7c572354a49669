namespace PaperChat.Chat.Json;

internal sealed record BibliographyEntryShape(string Key, string Id, string Text);
