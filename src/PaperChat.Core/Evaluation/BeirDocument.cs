namespace PaperChat.Evaluation;

/// <summary>A document of a collection; title and text may be empty, and titles need not be unique.</summary>
public sealed record BeirDocument(string Id, string Title, string Text, long Line);
