namespace PaperChat.Chat.Teams.Replies;

/// <summary>The reader pressed Stop while an answer was streamed: nothing more is to be said.</summary>
internal sealed class ReplyStoppedException(Exception inner) : PaperChatException("The reader stopped the answer.", inner);
