namespace PaperChat.Chat.Teams.Access;

/// <summary>A sender who is not believed. The message is for the log: whoever tries tokens is told nothing.</summary>
internal sealed class AccessDeniedException(string message, Exception? inner = null) : PaperChatException(message, inner);
