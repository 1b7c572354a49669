namespace PaperChat.Chat.Api.OpenAI.Shapes;

/// <summary>A piece of a streamed completion; without choices it brings the usage.</summary>
internal sealed record ChatCompletionChunk(string Id, long Created, string Model, IReadOnlyList<ChunkChoice> Choices)
{
    public string Object { get; } = "chat.completion.chunk";

    public TokenUsage? Usage { get; init; }
}
