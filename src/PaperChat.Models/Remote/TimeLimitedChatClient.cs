using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace PaperChat.Models.Remote;

/// <summary>
/// Gives up on a model that sends nothing for too long: until the whole answer where it is not streamed, else until the first update
/// and then between any two. So a request always ends.
/// </summary>
public sealed class TimeLimitedChatClient(IChatClient inner, TimeSpan limit, TimeProvider time) : DelegatingChatClient(inner)
{
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        using var timer = new CancellationTokenSource(limit, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            return await base.GetResponseAsync(messages, options, linked.Token).WaitAsync(linked.Token);
        }
        catch (OperationCanceledException) when (timer.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw ModelFailure.Timeout(this.Name(), limit, hasBegun: false);
        }
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var timer = new CancellationTokenSource(limit, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        var hasBegun = false;
        await using var updates = base.GetStreamingResponseAsync(messages, options, linked.Token).GetAsyncEnumerator(linked.Token);
        while (true)
        {
            try
            {
                timer.CancelAfter(limit);
                if (!await updates.MoveNextAsync())
                {
                    yield break;
                }

                // The reader's own time does not count.
                timer.CancelAfter(Timeout.InfiniteTimeSpan);
            }
            catch (OperationCanceledException) when (timer.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
            {
                throw ModelFailure.Timeout(this.Name(), limit, hasBegun);
            }

            hasBegun |= updates.Current.HasBegun();
            yield return updates.Current;
        }
    }
}
