namespace PaperChat.Hosting.Teams;

/// <summary>The file of a conversation, as far as sending to it goes.</summary>
internal sealed record KeptPlace(ConversationPlace? Place);
