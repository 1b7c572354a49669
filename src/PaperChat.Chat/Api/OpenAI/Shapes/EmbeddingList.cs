namespace PaperChat.Chat.Api.OpenAI.Shapes;

internal sealed record EmbeddingList(IReadOnlyList<EmbeddingItem> Data, string Model, TokenUsage Usage)
{
    public string Object { get; } = "list";
}
