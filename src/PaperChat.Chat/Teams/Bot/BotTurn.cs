using PaperChat.Chat.Teams.Conversations;
using PaperChat.Chat.Teams.Replies;
using PaperChat.Hosting.Teams;

namespace PaperChat.Chat.Teams.Bot;

/// <summary>A message at work: what was said, the conversation it was said in, and the way back.</summary>
internal sealed record BotTurn(Activity Message, RememberedConversation Remembered, ReplyChannel Channel);
