namespace PaperChat.Chat.Teams.Activities;

/// <summary>A body that is no activity; the caller is told 400.</summary>
internal sealed class BadActivityException(string message, Exception? inner = null) : PaperChatException(message, inner);
