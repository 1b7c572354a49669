using System.Text.Json.Nodes;

namespace PaperChat.Chat.Teams.Conversations;

/// <summary>A card with the text that it is short for: what its buttons show later, from any server that shares the folder.</summary>
/// <param name="Conversation">The conversation that may see it, as its file is called.</param>
/// <param name="Title">The heading of each page.</param>
/// <param name="Summary">The card as it was sent.</param>
/// <param name="Pages">The blocks of each page.</param>
internal sealed record KeptCard(string Conversation, string Title, JsonObject Summary, IReadOnlyList<IReadOnlyList<CardBlock>> Pages);
