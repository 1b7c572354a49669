namespace PaperChat.Chat.Teams.Conversations;

/// <summary>A paper under a number, with what is quoted of it. The paper itself is the library's.</summary>
internal sealed record StoredPaper(int Number, string Id, IReadOnlyList<StoredQuote> Quotes);
