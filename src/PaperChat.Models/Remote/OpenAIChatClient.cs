using System.ClientModel;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using OpenAIChat = OpenAI.Chat;

namespace PaperChat.Models.Remote;

/// <summary>
/// A chat model behind OpenAI's protocol, text in and text out. Every failure is a <see cref="Answering.ModelException"/>, also that of a
/// stream that ends without saying why. Safe for concurrent calls; does not own the <see cref="HttpClient"/>.
/// </summary>
public sealed class OpenAIChatClient : IChatClient
{
    private readonly ModelEndpoint _endpoint;
    private readonly TimeProvider _time;
    private readonly OpenAIChat.ChatClient _client;
    private readonly ChatClientMetadata _metadata;

    // Some models refuse a temperature; it is left out from then on.
    private volatile bool _takesNoTemperature;

    public OpenAIChatClient(ModelEndpoint endpoint, HttpClient http, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        _endpoint = endpoint;
        _time = time;
        _client = new OpenAIChat.ChatClient(endpoint.Model, OpenAIConnection.Credential(endpoint), OpenAIConnection.Options(endpoint, http));
        _metadata = new ChatClientMetadata(endpoint.Provider.ToString(), endpoint.Address, endpoint.Model);
    }

    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        ChatMessage[] given = [.. messages];
        var sent = TemperatureOf(options);
        try
        {
            return await CompleteAsync(given, options, cancellationToken);
        }
        catch (ClientResultException exception) when (sent is not null && RefusesTemperature(exception))
        {
            _takesNoTemperature = true;
            return await GetResponseAsync(given, options, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && ModelFailure.IsKnown(exception))
        {
            throw ModelFailure.Of(exception, _endpoint, hasBegun: false, _time.GetUtcNow());
        }
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ChatMessage[] given = [.. messages];
        var hasBegun = false;
        var hasFinished = false;
        var sent = TemperatureOf(options);
        var updates = Start(given, options, cancellationToken);
        try
        {
            while (true)
            {
                ChatResponseUpdate update;
                try
                {
                    if (!await updates.MoveNextAsync())
                    {
                        break;
                    }

                    update = Update(updates.Current);
                }
                catch (ClientResultException exception) when (!hasBegun && sent is not null && RefusesTemperature(exception))
                {
                    _takesNoTemperature = true;
                    sent = null;
                    await updates.DisposeAsync();
                    updates = Start(given, options, cancellationToken);
                    continue;
                }
                catch (Exception exception) when (!cancellationToken.IsCancellationRequested && ModelFailure.IsKnown(exception))
                {
                    throw ModelFailure.Of(exception, _endpoint, hasBegun, _time.GetUtcNow());
                }

                hasBegun |= update.Text.Length > 0;
                hasFinished |= update.FinishReason is not null;
                yield return update;
            }
        }
        finally
        {
            await updates.DisposeAsync();
        }

        // A proxy that gives up closes the stream as if it were whole.
        if (!hasFinished)
        {
            throw ModelFailure.CutOff(_endpoint, null);
        }
    }

    private async Task<ChatResponse> CompleteAsync(ChatMessage[] messages, ChatOptions? options, CancellationToken cancellationToken)
    {
        OpenAIChat.ChatCompletion completion = await _client.CompleteChatAsync([.. messages.Select(Message)], Options(options), cancellationToken);
        return new ChatResponse(new ChatMessage(ChatRole.Assistant, string.Concat(completion.Content.Select(p => p.Text))))
        {
            ModelId = completion.Model ?? _endpoint.Model,
            FinishReason = Finish(completion.FinishReason),
            Usage = Usage(completion.Usage),
        };
    }

    private IAsyncEnumerator<OpenAIChat.StreamingChatCompletionUpdate> Start(ChatMessage[] messages, ChatOptions? options, CancellationToken cancellationToken) =>
        _client.CompleteChatStreamingAsync([.. messages.Select(Message)], Options(options), cancellationToken).GetAsyncEnumerator(cancellationToken);

    private float? TemperatureOf(ChatOptions? options) => _takesNoTemperature ? null : options?.Temperature;

    private static bool RefusesTemperature(ClientResultException exception) =>
        exception.Status == 400 && exception.GetRawResponse()?.Content.ToString().Contains("temperature", StringComparison.OrdinalIgnoreCase) is true;

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is not null ? null
        : serviceType == typeof(ChatClientMetadata) ? _metadata
        : serviceType == typeof(ModelEndpoint) ? _endpoint
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
        var made = new OpenAIChat.ChatCompletionOptions { Temperature = TemperatureOf(options) };
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
            SetMost(made, most);
        }

        return made;
    }

    // OpenAI renamed the parameter; most other servers know the old name alone.
    private void SetMost(OpenAIChat.ChatCompletionOptions options, int most)
    {
        if (_endpoint.Provider is ModelProvider.OpenAI or ModelProvider.AzureOpenAI)
        {
            options.MaxOutputTokenCount = most;
        }
        else
        {
#pragma warning disable SCME0001 // The package has no other way to send the parameter by its old name.
            options.Patch.Set("$.max_tokens"u8, most);
#pragma warning restore SCME0001
        }
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
