using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace PaperChat.TestSupport;

/// <summary>A chat client that keeps what it was sent last and always says the same.</summary>
public sealed class RecordingChatClient(string says) : IChatClient
{
    private const string Model = "recorded";

    private static readonly ChatClientMetadata Metadata = new("recording", null, Model);

    public IReadOnlyList<ChatMessage> Sent { get; private set; } = [];

    public ChatOptions? Options { get; private set; }

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        (Sent, Options) = ([.. messages], options);
        return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, says)) { ModelId = Model });
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        (Sent, Options) = ([.. messages], options);
        await Task.Yield();
        yield return new ChatResponseUpdate(ChatRole.Assistant, says) { ModelId = Model };
        yield return new ChatResponseUpdate { FinishReason = ChatFinishReason.Stop };
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceType == typeof(ChatClientMetadata) ? Metadata : null;

    public void Dispose()
    {
    }
}
