using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using OpenAIChat = OpenAI.Chat;

namespace PaperChat.Models.Remote;

/// <summary>
/// A chat model behind OpenAI's protocol, text in and text out. It throws what the package throws; <see cref="ServiceFailureChatClient"/>
/// makes something of that. Safe for concurrent calls; does not own the <see cref="HttpClient"/>.
/// </summary>
public sealed class OpenAIChatClient : IChatClient
{
    private readonly ModelEndpoint _endpoint;
    private readonly OpenAIChat.ChatClient _client;
    private readonly ChatClientMetadata _metadata;

    public OpenAIChatClient(ModelEndpoint endpoint, HttpClient http)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        _endpoint = endpoint;
        _client = OpenAIConnection.Open(endpoint, http);
        _metadata = new ChatClientMetadata(endpoint.Provider.ToString(), endpoint.Address, endpoint.Model);
    }

    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        OpenAIChat.ChatCompletion completion = await _client.CompleteChatAsync([.. messages.Select(Message)], Options(options), cancellationToken);
        return new ChatResponse(new ChatMessage(ChatRole.Assistant, string.Concat(completion.Content.Select(p => p.Text))))
        {
            ModelId = completion.Model ?? _endpoint.Model,
            FinishReason = Finish(completion.FinishReason),
            Usage = Usage(completion.Usage),
        };
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var update in _client.CompleteChatStreamingAsync([.. messages.Select(Message)], Options(options), cancellationToken))
        {
            yield return Update(update);
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is not null ? null
        : serviceType == typeof(ChatClientMetadata) ? _metadata
        : serviceType?.IsInstanceOfType(this) == true ? this : null;

    public void Dispose()
    {
    }

    private static OpenAIChat.ChatMessage Message(ChatMessage message) =>
        message.Role == ChatRole.System ? new OpenAIChat.SystemChatMessage(message.Text)
        : message.Role == ChatRole.Assistant ? new OpenAIChat.AssistantChatMessage(message.Text)
        : new OpenAIChat.UserChatMessage(message.Text);

    private OpenAIChat.ChatCompletionOptions Options(ChatOptions? options)
    {
        var made = new OpenAIChat.ChatCompletionOptions { Temperature = options?.Temperature };
        foreach (var stop in options?.StopSequences ?? [])
        {
            made.StopSequences.Add(stop);
        }

        if (options?.ResponseFormat is ChatResponseFormatJson)
        {
            made.ResponseFormat = OpenAIChat.ChatResponseFormat.CreateJsonObjectFormat();
        }

        if (options?.MaxOutputTokens is { } most)
        {
            OpenAIConnection.SetMostTokens(made, most, _endpoint.Provider);
        }

        return made;
    }

    private ChatResponseUpdate Update(OpenAIChat.StreamingChatCompletionUpdate update)
    {
        var made = new ChatResponseUpdate(ChatRole.Assistant, string.Concat(update.ContentUpdate.Select(p => p.Text)))
        {
            ModelId = update.Model ?? _endpoint.Model,
            FinishReason = update.FinishReason is { } reason ? Finish(reason) : null,
        };
        if (update.Usage is { } usage)
        {
            made.Contents.Add(new UsageContent(Usage(usage)!));
        }

        return made;
    }

    private static ChatFinishReason Finish(OpenAIChat.ChatFinishReason reason) => reason switch
    {
        OpenAIChat.ChatFinishReason.Length => ChatFinishReason.Length,
        OpenAIChat.ChatFinishReason.ContentFilter => ChatFinishReason.ContentFilter,
        _ => ChatFinishReason.Stop,
    };

    private static UsageDetails? Usage(OpenAIChat.ChatTokenUsage? usage) => usage is null ? null : new UsageDetails
    {
        InputTokenCount = usage.InputTokenCount,
        OutputTokenCount = usage.OutputTokenCount,
        TotalTokenCount = usage.TotalTokenCount,
    };
}
