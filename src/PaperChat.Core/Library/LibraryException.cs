namespace PaperChat.Library;

/// <summary>A library that is missing, damaged, locked by another writer, not writable, or does not answer.</summary>
public class LibraryException(string message, Exception? inner = null, bool isTransient = false)
    : PaperChatException(message, inner, isTransient);
