namespace PaperChat.Chat.Teams.Access;

/// <summary>Somebody who signs tokens: the names it goes by, its keys, and whether its tokens say where answers go.</summary>
internal sealed record TokenIssuer(IReadOnlyList<string> Names, SigningKeys Keys, bool NamesServiceUrl);
