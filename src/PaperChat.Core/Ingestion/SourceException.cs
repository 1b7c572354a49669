namespace PaperChat.Ingestion;

/// <summary>An input that cannot be read at all: it is missing, or no reader knows its format.</summary>
public sealed class SourceException(string message, Exception? inner = null, bool isTransient = false)
    : PaperChatException(message, inner, isTransient);
