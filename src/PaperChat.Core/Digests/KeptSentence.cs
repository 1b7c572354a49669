namespace PaperChat.Digests;

/// <summary>A sentence of a kept answer, as it reads, with what it stands on.</summary>
public sealed record KeptSentence(string Text, IReadOnlyList<KeptCitation> Citations);
