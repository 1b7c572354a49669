using PaperChat.Chat.Console.Session;
using PaperChat.Library;

namespace PaperChat.Chat.Teams.Conversations;

/// <summary>A conversation at work, with its turns and filters as they were recalled.</summary>
internal sealed record RememberedConversation(string Key, Conversation Conversation, IReadOnlyList<Turn> Before, SearchFilters Filters);
