namespace PaperChat.Library;

/// <summary>
/// The share (0 to 1) of a text's content words that an embedding model knows. A generator that can tell offers it by its
/// <c>GetService</c>.
/// </summary>
public delegate double VocabularyCoverage(ReadOnlySpan<char> text);
