using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using PaperChat.Answering;

namespace PaperChat.Models.Remote;

/// <summary>Asks again when a request failed for a passing reason. A stream is retried only before its first text or call of a function.</summary>
public sealed class RetryingChatClient(IChatClient inner, RetryOptions retry, TimeProvider time, ILogger logger) : DelegatingChatClient(inner)
{
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        ChatMessage[] given = [.. messages];
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await base.GetResponseAsync(given, options, cancellationToken);
            }
            catch (ModelException failure) when (failure.IsTransient)
            {
                if (!await WaitAsync(failure, attempt, cancellationToken))
                {
                    throw;
                }
            }
        }
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ChatMessage[] given = [.. messages];
        for (var attempt = 1; ; attempt++)
        {
            var hasBegun = false;
            var failed = false;
            await using var updates = base.GetStreamingResponseAsync(given, options, cancellationToken).GetAsyncEnumerator(cancellationToken);
            while (!failed)
            {
                try
                {
                    if (!await updates.MoveNextAsync())
                    {
                        yield break;
                    }
                }
                catch (ModelException failure) when (failure.IsTransient && !hasBegun)
                {
                    if (!await WaitAsync(failure, attempt, cancellationToken))
                    {
                        throw;
                    }

                    failed = true;
                    continue;
                }

                hasBegun |= updates.Current.HasBegun();
                yield return updates.Current;
            }
        }
    }

    private async Task<bool> WaitAsync(ModelException failure, int attempt, CancellationToken cancellationToken)
    {
        if (attempt >= retry.Attempts || retry.WaitBefore(attempt + 1, failure.RetryAfter) is not { } wait)
        {
            return false;
        }

        Log.Retrying(logger, this.Name(), (long)wait.TotalMilliseconds, attempt + 1, failure.Message);
        await Task.Delay(wait, time, cancellationToken);
        return true;
    }
}
