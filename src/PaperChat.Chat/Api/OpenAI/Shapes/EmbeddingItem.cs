using System.Text.Json;

namespace PaperChat.Chat.Api.OpenAI.Shapes;

/// <summary>A vector: numbers, or their bytes in base64.</summary>
internal sealed record EmbeddingItem(int Index, JsonElement Embedding)
{
    public string Object { get; } = "embedding";
}
