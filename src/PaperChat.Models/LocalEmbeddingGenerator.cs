using Microsoft.Extensions.AI;
using PaperChat.Library;

namespace PaperChat.Models;

/// <summary>
/// A text embedding model that runs inside the program: no server, no network. Instances are safe for any number of threads at
/// once; opening is the only expensive step, so keep one for the life of the program.
/// </summary>
public abstract class LocalEmbeddingGenerator : IEmbeddingGenerator<string, Embedding<float>>
{
    /// <summary>The model's name, its vectors' length, and the hash that changes whenever the vectors would.</summary>
    public abstract EmbeddingModelInfo Info { get; }

    /// <summary>The number of floats in every vector.</summary>
    public int Dimension => Info.Dimension;

    /// <summary>
    /// Writes the vector of one text. The vector has length 1 when the model normalises (the built-in one always does), and is all
    /// zero when the text holds nothing that the model knows.
    /// </summary>
    /// <param name="text">Any text, as long as it likes; invalid surrogates are tolerated.</param>
    /// <param name="destination">Exactly <see cref="Dimension"/> floats, overwritten.</param>
    /// <exception cref="ArgumentException">The destination has another length.</exception>
    public abstract void Embed(ReadOnlySpan<char> text, Span<float> destination);

    /// <summary>
    /// The share (0 to 1) of the text's content words that the model knows, every occurrence counted; 0 for a text without any.
    /// It tells how far the text's vector can be trusted.
    /// </summary>
    public abstract double Coverage(ReadOnlySpan<char> text);

    /// <summary>The vectors of the texts, in their order. Runs on the calling thread; the token is looked at between two texts.</summary>
    /// <exception cref="PaperChatException">The options ask for another dimension than the model's.</exception>
    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (options?.Dimensions is { } asked && asked != Dimension)
        {
            throw new PaperChatException(
                $"The embedding model {Info.Name} makes vectors of {Dimension} numbers, not {asked}. Leave the dimension unset, or choose another model.");
        }

        var embeddings = new GeneratedEmbeddings<Embedding<float>>();
        foreach (var value in values)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var vector = new float[Dimension];
            Embed(value, vector);
            embeddings.Add(new Embedding<float>(vector) { ModelId = Info.Name });
        }

        return Task.FromResult(embeddings);
    }

    /// <summary>The generator itself, its <see cref="EmbeddingModelInfo"/>, its <see cref="VocabularyCoverage"/> or its <see cref="EmbeddingGeneratorMetadata"/>; null for anything else.</summary>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType.IsInstanceOfType(this) ? this
            : serviceType == typeof(EmbeddingModelInfo) ? Info
            : serviceType == typeof(VocabularyCoverage) ? new VocabularyCoverage(Coverage)
            : serviceType == typeof(EmbeddingGeneratorMetadata) ? new EmbeddingGeneratorMetadata("paperchat", null, Info.Name, Dimension)
            : null;
    }

    /// <summary>Does nothing: local models hold no handle, and vectors already made stay valid.</summary>
    public void Dispose() => GC.SuppressFinalize(this);

    private protected void RequireLength(Span<float> destination)
    {
        if (destination.Length != Dimension)
        {
            throw new ArgumentException($"The vector needs {Dimension} floats; there is room for {destination.Length}.", nameof(destination));
        }
    }
}
