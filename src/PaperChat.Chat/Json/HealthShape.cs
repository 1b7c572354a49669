namespace PaperChat.Chat.Json;

/// <summary>What <c>/health/live</c> and <c>/health/ready</c> give.</summary>
internal sealed record HealthShape(string Status, long? Papers = null);
