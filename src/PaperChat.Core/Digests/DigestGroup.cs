namespace PaperChat.Digests;

/// <summary>Papers of a digest that belong together; <see cref="Title"/> is empty where there is one group only.</summary>
public sealed record DigestGroup(string Title, IReadOnlyList<DigestEntry> Entries);
