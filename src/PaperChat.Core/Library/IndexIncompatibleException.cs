namespace PaperChat.Library;

/// <summary>A library built with another schema, analyser or embedding model than this program's; the message names both sides.</summary>
public sealed class IndexIncompatibleException(string message) : LibraryException(message);
