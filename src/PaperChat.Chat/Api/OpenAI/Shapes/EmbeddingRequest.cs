using System.Text.Json;

namespace PaperChat.Chat.Api.OpenAI.Shapes;

/// <summary>What <c>POST /v1/embeddings</c> takes; the input is a text or a list of texts.</summary>
internal sealed record EmbeddingRequest
{
    public string? Model { get; init; }

    public JsonElement? Input { get; init; }

    /// <summary><c>float</c> or <c>base64</c>: little-endian 32-bit floating point.</summary>
    public string? EncodingFormat { get; init; }

    public int? Dimensions { get; init; }
}
