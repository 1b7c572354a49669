using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using PaperChat.Answering;

namespace PaperChat.Models.Remote;

/// <summary>
/// Embeds again what failed for a passing reason. When the service asks to wait, all concurrent requests wait: those that would
/// still be sent would be refused, too.
/// </summary>
public sealed class RetryingEmbeddingGenerator(
    IEmbeddingGenerator<string, Embedding<float>> inner, RetryOptions retry, TimeProvider time, ILogger logger)
    : DelegatingEmbeddingGenerator<string, Embedding<float>>(inner)
{
    // UTC ticks before which nothing is sent.
    private long _notBefore;

    public override async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        string[] texts = [.. values];
        for (var attempt = 1; ; attempt++)
        {
            var pause = TimeSpan.FromTicks(Interlocked.Read(ref _notBefore) - time.GetUtcNow().UtcTicks);
            if (pause > TimeSpan.Zero)
            {
                await Task.Delay(pause, time, cancellationToken);
            }

            try
            {
                return await base.GenerateAsync(texts, options, cancellationToken);
            }
            catch (ModelException failure) when (failure.IsTransient && attempt < retry.Attempts && retry.WaitBefore(attempt + 1, failure.RetryAfter) is { } wait)
            {
                Log.Retrying(logger, this.Name(), (long)wait.TotalMilliseconds, attempt + 1, failure.Message);
                if (failure.RetryAfter is not null)
                {
                    HoldUntil(time.GetUtcNow() + wait);
                }
                else
                {
                    await Task.Delay(wait, time, cancellationToken);
                }
            }
        }
    }

    private void HoldUntil(DateTimeOffset until)
    {
        long known;
        while ((known = Interlocked.Read(ref _notBefore)) < until.UtcTicks
            && Interlocked.CompareExchange(ref _notBefore, until.UtcTicks, known) != known)
        {
        }
    }
}
