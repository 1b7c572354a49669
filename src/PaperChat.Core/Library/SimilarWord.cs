namespace PaperChat.Library;

/// <summary>A word of the library near a misspelt one: how many edits away, and in how many chunks it stands.</summary>
public readonly record struct SimilarWord(string Word, int Edits, long Frequency);
