using Microsoft.Extensions.AI;
using PaperChat.Papers;

namespace PaperChat.Library;

/// <summary>
/// An embedding model as writers and retrieval use it: a generator, and which model it is. Thread-safe where the generator is; the
/// owner of the generator disposes it.
/// </summary>
public sealed class EmbeddingModel
{
    private readonly IEmbeddingGenerator<string, Embedding<float>> _generator;
    private readonly VocabularyCoverage? _coverage;

    /// <param name="generator">Must offer an <see cref="EmbeddingModelInfo"/> by its <c>GetService</c>; may offer a <see cref="VocabularyCoverage"/>.</param>
    /// <exception cref="ArgumentException">The generator does not say which model it is.</exception>
    public EmbeddingModel(IEmbeddingGenerator<string, Embedding<float>> generator)
    {
        ArgumentNullException.ThrowIfNull(generator);
        _generator = generator;
        Info = generator.GetService(typeof(EmbeddingModelInfo)) as EmbeddingModelInfo
            ?? throw new ArgumentException("The generator does not offer an EmbeddingModelInfo.", nameof(generator));
        _coverage = generator.GetService(typeof(VocabularyCoverage)) as VocabularyCoverage;
    }

    public EmbeddingModelInfo Info { get; }

    /// <summary>The text whose vector stands for a chunk: the paper's title, and the chunk behind it.</summary>
    public static string TextOf(Paper paper, Chunk chunk)
    {
        ArgumentNullException.ThrowIfNull(paper);
        return chunk.Length == 0 ? paper.Title : string.Concat(paper.Title, ". ", paper.TextOf(chunk.Field).AsSpan(chunk.Start, chunk.Length));
    }

    /// <summary>The text whose vector stands for a whole paper without body: that of its only chunk.</summary>
    public static string TextOf(Paper paper)
    {
        ArgumentNullException.ThrowIfNull(paper);
        return TextOf(paper, new Chunk(0, PaperField.Abstract, 0, paper.Abstract.Length));
    }

    /// <summary>One vector a text, in order, each of length 1, or all zero for a text that the model knows nothing of.</summary>
    /// <exception cref="PaperChatException">The model gave another number of vectors, or vectors of another dimension, or failed.</exception>
    public async Task<IReadOnlyList<ReadOnlyMemory<float>>> EmbedAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var embeddings = await _generator.GenerateAsync(texts, cancellationToken: cancellationToken);
        if (embeddings.Count != texts.Count || embeddings.Any(e => e.Vector.Length != Info.Dimension))
        {
            throw new PaperChatException(
                $"The embedding model {Info.Name} did not give one vector of {Info.Dimension} numbers for each of {texts.Count} texts. "
                + "Check which model answers under that name.");
        }

        return [.. embeddings.Select(e => Normalized(e.Vector))];
    }

    /// <summary>The share (0 to 1) of the text's content words that the model knows; 1 where the model cannot tell.</summary>
    public double Coverage(ReadOnlySpan<char> text) => _coverage?.Invoke(text) ?? 1;

    private static ReadOnlyMemory<float> Normalized(ReadOnlyMemory<float> vector)
    {
        var square = 0.0;
        foreach (var value in vector.Span)
        {
            square += (double)value * value;
        }

        if (square == 0 || Math.Abs(square - 1) < 1e-4)
        {
            return vector;
        }

        if (!double.IsFinite(square))
        {
            return new float[vector.Length];
        }

        var norm = Math.Sqrt(square);
        var unit = new float[vector.Length];
        for (var i = 0; i < unit.Length; i++)
        {
            unit[i] = (float)(vector.Span[i] / norm);
        }

        return unit;
    }
}
