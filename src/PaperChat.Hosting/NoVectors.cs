using Microsoft.Extensions.AI;
using PaperChat.Library;

namespace PaperChat.Hosting;

/// <summary>
/// Stands in for an embedding model in a writer that never commits: vectors of zeros, so that a trial neither pays a service for
/// vectors nor waits for them.
/// </summary>
internal sealed class NoVectors(EmbeddingModelInfo info) : IEmbeddingGenerator<string, Embedding<float>>
{
    private readonly float[] _zeros = new float[info.Dimension];

    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default) =>
        Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(values.Select(_ => new Embedding<float>(_zeros))));

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceType == typeof(EmbeddingModelInfo) ? info : null;

    public void Dispose()
    {
    }
}
