namespace PaperChat.Chat.Api.OpenAI.Shapes;

/// <summary>What <c>POST /v1/chat/completions</c> gives.</summary>
internal sealed record ChatCompletion(string Id, long Created, string Model, IReadOnlyList<ChatChoice> Choices, TokenUsage Usage)
{
    public string Object { get; } = "chat.completion";
}
