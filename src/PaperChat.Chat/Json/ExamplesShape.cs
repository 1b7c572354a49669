namespace PaperChat.Chat.Json;

/// <summary>What <c>GET /api/examples</c> gives: questions that the library answers; none where it is empty.</summary>
internal sealed record ExamplesShape(IReadOnlyList<string> Questions);
