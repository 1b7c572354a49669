namespace PaperChat.Chat.Api.OpenAI.Shapes;

internal sealed record ModelCard(string Id, long Created)
{
    public string Object { get; } = "model";

    public string OwnedBy { get; } = "paperchat";
}
