namespace PaperChat.Chat.Api.OpenAI.Shapes;

internal sealed record ModelList(IReadOnlyList<ModelCard> Data)
{
    public string Object { get; } = "list";
}
