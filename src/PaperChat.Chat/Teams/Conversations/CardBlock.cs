namespace PaperChat.Chat.Teams.Conversations;

/// <summary>A paragraph of a card: Markdown, as a heading or not, pale or not.</summary>
internal sealed record CardBlock(string Text, bool IsHeading = false, bool IsSubtle = false);
