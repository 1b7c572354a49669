namespace PaperChat.Hosting.Teams;

/// <summary>Where people talk with the bot.</summary>
internal enum ConversationScope
{
    Personal,
    Group,
    Channel,
}
