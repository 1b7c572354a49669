namespace PaperChat.Ingestion.Digests;

/// <summary>A part of a digest; its heading may be empty.</summary>
internal sealed record PageSection(string Heading, IReadOnlyList<PageItem> Items);
