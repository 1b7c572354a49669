namespace PaperChat.Chat.Teams.Activities;

/// <summary>Where people talk with the bot.</summary>
internal enum ConversationScope
{
    Personal,
    Group,
    Channel,
}
