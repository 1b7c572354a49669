namespace PaperChat.Chat.Api.OpenAI.Shapes;

/// <summary>A whole message of the assistant, or a piece of one in a stream.</summary>
internal sealed record ChatMessage
{
    public string? Role { get; init; }

    public string? Content { get; init; }

    public IReadOnlyList<Annotation>? Annotations { get; init; }
}
