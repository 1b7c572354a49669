namespace PaperChat.Chat.Teams.Conversations;

/// <summary>A message of the bot of which readers are asked what they think.</summary>
/// <param name="About">The question or command that it answers.</param>
/// <param name="Message">Its id; null where the connector gave none.</param>
internal sealed record StoredReply(string About, string? Message);
