namespace PaperChat.Library;

/// <summary>A library kept by a service that did not answer, or not in time; the same call may succeed later.</summary>
public sealed class LibraryUnavailableException(string message, Exception? inner = null) : LibraryException(message, inner, isTransient: true);
