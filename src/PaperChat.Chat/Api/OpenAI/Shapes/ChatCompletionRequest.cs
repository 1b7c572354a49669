namespace PaperChat.Chat.Api.OpenAI.Shapes;

/// <summary>What <c>POST /v1/chat/completions</c> takes. Settings of sampling and tools, which mean nothing here, are passed over.</summary>
internal sealed record ChatCompletionRequest
{
    public string? Model { get; init; }

    public IReadOnlyList<ChatRequestMessage>? Messages { get; init; }

    public bool? Stream { get; init; }

    public StreamOptions? StreamOptions { get; init; }

    /// <summary>Only 1 can be had.</summary>
    public int? N { get; init; }
}
