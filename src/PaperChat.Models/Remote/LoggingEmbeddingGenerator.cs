using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using PaperChat.Answering;

namespace PaperChat.Models.Remote;

/// <summary>Logs how many texts are embedded and how long it takes; the texts themselves at Trace only.</summary>
public sealed class LoggingEmbeddingGenerator(IEmbeddingGenerator<string, Embedding<float>> inner, TimeProvider time, ILogger logger)
    : DelegatingEmbeddingGenerator<string, Embedding<float>>(inner)
{
    public override async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        string[] texts = [.. values];
        var began = time.GetTimestamp();
        if (logger.IsEnabled(LogLevel.Trace))
        {
            foreach (var text in texts)
            {
                Log.Sent(logger, this.Name(), "text", text);
            }
        }

        try
        {
            var made = await base.GenerateAsync(texts, options, cancellationToken);
            Log.Embedded(logger, this.Name(), texts.Length, (long)time.GetElapsedTime(began).TotalMilliseconds, made.Usage?.InputTokenCount);
            return made;
        }
        catch (ModelException failure)
        {
            Log.Failed(logger, this.Name(), failure.Message);
            throw;
        }
    }
}
