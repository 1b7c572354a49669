namespace PaperChat.Hosting.Teams;

/// <summary>What is kept cannot be read or written. The message names files of the server: it is for the log, not for who asked.</summary>
internal sealed class StateException(string message, Exception inner, bool isTransient = false) : PaperChatException(message, inner, isTransient);
