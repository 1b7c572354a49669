using Microsoft.Extensions.AI;
using PaperChat.Text;

namespace PaperChat.Models.Remote;

/// <summary>
/// Splits many texts into requests of a bounded number of estimated tokens and texts, and sends a bounded number of them at a time.
/// Vectors come in the order of the texts. A text that is too long for the model is cut, since a service refuses the whole request.
/// </summary>
public sealed class BatchingEmbeddingGenerator(IEmbeddingGenerator<string, Embedding<float>> inner, BatchingOptions batching)
    : DelegatingEmbeddingGenerator<string, Embedding<float>>(inner)
{
    public override async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        string[][] batches = [.. Batches([.. values.Select(Fit)])];
        var made = new GeneratedEmbeddings<Embedding<float>>[batches.Length];
        await Parallel.ForAsync(0, batches.Length, new ParallelOptions { MaxDegreeOfParallelism = batching.Concurrency, CancellationToken = cancellationToken },
            async (i, token) => made[i] = await base.GenerateAsync(batches[i], options, token));
        return new GeneratedEmbeddings<Embedding<float>>(made.SelectMany(m => m))
        {
            Usage = made.Any(m => m.Usage is not null) ? new UsageDetails { InputTokenCount = made.Sum(m => m.Usage?.InputTokenCount ?? 0) } : null,
        };
    }

    private IEnumerable<string[]> Batches(string[] texts)
    {
        var batch = new List<string>();
        var tokens = 0;
        foreach (var text in texts)
        {
            var own = TokenEstimate.Of(text);
            if (batch.Count > 0 && (tokens + own > batching.BatchTokens || batch.Count >= batching.BatchTexts))
            {
                yield return [.. batch];
                batch.Clear();
                tokens = 0;
            }

            batch.Add(text);
            tokens += own;
        }

        if (batch.Count > 0)
        {
            yield return [.. batch];
        }
    }

    // Services refuse empty texts.
    private string Fit(string text) => string.IsNullOrWhiteSpace(text) ? "." : TokenEstimate.Cut(text, batching.TextTokens);
}
