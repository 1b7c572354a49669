using PaperChat.Papers;

namespace PaperChat.Bibliography;

/// <summary>A paper of a bibliography, under its citation key, written in the bibliography's format (without a line break at the end).</summary>
public sealed record BibliographyEntry(string Key, Paper Paper, string Text);
