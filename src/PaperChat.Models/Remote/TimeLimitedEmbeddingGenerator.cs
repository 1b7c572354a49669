using Microsoft.Extensions.AI;

namespace PaperChat.Models.Remote;

/// <summary>Gives up on a request that takes too long, so that every one ends.</summary>
public sealed class TimeLimitedEmbeddingGenerator(IEmbeddingGenerator<string, Embedding<float>> inner, TimeSpan limit, TimeProvider time)
    : DelegatingEmbeddingGenerator<string, Embedding<float>>(inner)
{
    public override async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        using var timer = new CancellationTokenSource(limit, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            return await base.GenerateAsync(values, options, linked.Token).WaitAsync(linked.Token);
        }
        catch (OperationCanceledException) when (timer.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw ModelFailure.Timeout(this.Name(), limit, hasBegun: false);
        }
    }
}
