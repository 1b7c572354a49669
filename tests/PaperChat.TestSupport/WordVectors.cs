using Microsoft.Extensions.AI;
using PaperChat.Library;
using PaperChat.Text;

namespace PaperChat.TestSupport;

/// <summary>
/// An embedding model that a test can follow: each word of a text adds a direction of its own, which a hash of its stem gives, so
/// that texts are near as far as they share words. A text without words has the zero vector.
/// </summary>
public sealed class WordVectors(int dimension = 48, string name = "word-vectors") : IEmbeddingGenerator<string, Embedding<float>>
{
    /// <summary>The number of texts that were embedded.</summary>
    public int Texts { get; private set; }

    /// <summary>Fails when this number of texts was embedded; null for never.</summary>
    public int? FailsAfter { get; set; }

    public static EmbeddingModel Model(int dimension = 48, string name = "word-vectors") => new(new WordVectors(dimension, name));

    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default) =>
        Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(values.Select(v => new Embedding<float>(VectorOf(v)))));

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceType == typeof(EmbeddingModelInfo) ? new EmbeddingModelInfo(name, dimension, $"{name}{dimension}") : null;

    public void Dispose()
    {
    }

    private float[] VectorOf(string text)
    {
        if (Texts >= FailsAfter)
        {
            throw new PaperChatException("The model is gone.");
        }

        Texts++;
        var vector = new float[dimension];
        foreach (var token in TextAnalyzer.Analyze(text))
        {
            var random = new Random(token.Term.Aggregate(17, (hash, letter) => (hash * 31) + letter));
            for (var i = 0; i < dimension; i++)
            {
                vector[i] += (float)(random.NextDouble() - 0.5);
            }
        }

        return vector;
    }
}
