using System.ClientModel;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using PaperChat.Answering;

namespace PaperChat.Models.Remote;

/// <summary>
/// Makes a <see cref="ModelException"/> of every failure of a service, also of a stream that ends without saying why, and asks a model
/// that refuses a temperature again without one.
/// </summary>
public sealed class ServiceFailureChatClient(IChatClient inner, ModelEndpoint endpoint, TimeProvider time) : DelegatingChatClient(inner)
{
    // Some models refuse a temperature; it is left out from then on.
    private volatile bool _takesNoTemperature;

    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        ChatMessage[] given = [.. messages];
        var sent = Accepted(options);
        try
        {
            return await base.GetResponseAsync(given, sent, cancellationToken);
        }
        catch (ClientResultException exception) when (sent?.Temperature is not null && RefusesTemperature(exception))
        {
            _takesNoTemperature = true;
            return await GetResponseAsync(given, options, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && ModelFailure.IsKnown(exception))
        {
            throw ModelFailure.Of(exception, endpoint, hasBegun: false, time.GetUtcNow());
        }
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ChatMessage[] given = [.. messages];
        var hasBegun = false;
        var hasFinished = false;
        var sent = Accepted(options);
        var updates = Start(given, sent, cancellationToken);
        try
        {
            while (true)
            {
                try
                {
                    if (!await updates.MoveNextAsync())
                    {
                        break;
                    }
                }
                catch (ClientResultException exception) when (!hasBegun && sent?.Temperature is not null && RefusesTemperature(exception))
                {
                    _takesNoTemperature = true;
                    sent = Accepted(options);
                    await updates.DisposeAsync();
                    updates = Start(given, sent, cancellationToken);
                    continue;
                }
                catch (Exception exception) when (!cancellationToken.IsCancellationRequested && ModelFailure.IsKnown(exception))
                {
                    throw ModelFailure.Of(exception, endpoint, hasBegun, time.GetUtcNow());
                }

                var update = updates.Current;
                hasBegun |= update.HasBegun();
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
            throw ModelFailure.CutOff(endpoint, null);
        }
    }

    public override object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType == typeof(ModelEndpoint) ? endpoint : base.GetService(serviceType, serviceKey);

    private IAsyncEnumerator<ChatResponseUpdate> Start(ChatMessage[] messages, ChatOptions? options, CancellationToken cancellationToken) =>
        base.GetStreamingResponseAsync(messages, options, cancellationToken).GetAsyncEnumerator(cancellationToken);

    private ChatOptions? Accepted(ChatOptions? options)
    {
        if (!_takesNoTemperature || options?.Temperature is null)
        {
            return options;
        }

        var changed = options.Clone();
        changed.Temperature = null;
        return changed;
    }

    private static bool RefusesTemperature(ClientResultException exception) =>
        exception.Status == 400 && exception.GetRawResponse()?.Content.ToString().Contains("temperature", StringComparison.OrdinalIgnoreCase) is true;
}
