namespace PaperChat;

/// <summary>
/// The base of every failure that PaperChat reports by itself. The message says what happened, to which file, line or
/// service, and what to do next; it never holds a secret.
/// </summary>
public class PaperChatException : Exception
{
    public PaperChatException(string message, Exception? inner = null, bool isTransient = false)
        : base(message, inner) => IsTransient = isTransient;

    /// <summary>True when the same call may succeed later without anybody changing anything.</summary>
    public bool IsTransient { get; }
}
