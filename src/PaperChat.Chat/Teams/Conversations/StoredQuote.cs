using PaperChat.Papers;

namespace PaperChat.Chat.Teams.Conversations;

/// <summary>A place in a stored text of a paper, in UTF-16 code units; the text is there to see whether it still stands at that place.</summary>
internal sealed record StoredQuote(PaperField Field, int Start, int End, string Text);
