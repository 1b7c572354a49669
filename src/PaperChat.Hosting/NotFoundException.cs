namespace PaperChat.Hosting;

/// <summary>What the user named is not in the library, or nothing matches; exit code 3.</summary>
public sealed class NotFoundException(string message) : PaperChatException(message);
