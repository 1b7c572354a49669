using PaperChat.Papers;

namespace PaperChat.Digests;

/// <summary>A paper behind a kept sentence, and the passage of its stored text that bore it out when it was kept.</summary>
public sealed record KeptCitation(string Id, string Title, string? Url, PaperField Field, string Passage, PaperStatus Status);
