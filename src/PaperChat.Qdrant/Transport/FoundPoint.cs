using System.Text.Json;

namespace PaperChat.Qdrant.Transport;

/// <summary>A point of an answer: its payload as far as it was asked for, and the score and vector where there are any.</summary>
internal readonly record struct FoundPoint(Guid Id, JsonElement Payload, double Score, ReadOnlyMemory<float>? Vector);
