namespace PaperChat.Chat.Json;

/// <summary>A candidate of the deep mode: 0 to 10, and the model's own summary of what answers the question.</summary>
internal sealed record ScoredShape(string Id, int Score, string Summary);
