namespace PaperChat.Chat.Json;

/// <summary>What <c>GET /api/papers?id=...</c> gives: the papers that the library holds, in the order asked for.</summary>
internal sealed record PapersShape(IReadOnlyList<PaperShape> Papers);
