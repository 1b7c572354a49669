namespace PaperChat.Hosting;

/// <summary>The command line or the configuration asks for something that does not exist or cannot be; exit code 2.</summary>
public sealed class UsageException(string message, Exception? inner = null) : PaperChatException(message, inner);
