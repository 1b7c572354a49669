using System.Numerics.Tensors;
using System.Text;
using PaperChat.Library;
using PaperChat.Models.Model2Vec;

namespace PaperChat.Models;

/// <summary>
/// Any Model2Vec model in a local folder: <c>model.safetensors</c> (float32, float16 or int8 rows; <c>weights</c> and <c>mapping</c> of
/// vocabulary-quantised models), <c>tokenizer.json</c> and <c>config.json</c>. The vector is the mean of the weighted rows of a text's
/// tokens, divided by its norm where the configuration says so. The files are read once, at opening, and may be deleted afterwards.
/// </summary>
/// <remarks>
/// As in the reference (github.com/MinishLab/model2vec): a text is first cut to 512 times the median token length, then to 512
/// tokens; unknown tokens are left out, except those of unigram models.
/// Tokenizers: WordPiece, WordLevel, Unigram and BPE (without a continuing prefix or dropout), with the usual normalizers and
/// pre-tokenizers. Anything else is refused at opening. Unicode normalisation follows Unicode 14. In regular expressions, letters
/// beyond the basic plane count as symbols.
/// </remarks>
public sealed class Model2VecEmbeddingGenerator : LocalEmbeddingGenerator
{
    private const int MostTokens = 512;

    private readonly Model2VecFolder _model;

    private Model2VecEmbeddingGenerator(Model2VecFolder model) => _model = model;

    /// <inheritdoc/>
    public override EmbeddingModelInfo Info => _model.Info;

    /// <summary>Reads a model folder into memory; takes about as long as hashing and parsing its files.</summary>
    /// <exception cref="PaperChatException">A file is missing, damaged, of another kind of model, or needs what PaperChat does not have.</exception>
    public static Model2VecEmbeddingGenerator Open(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        return new Model2VecEmbeddingGenerator(Model2VecFolder.Read(folder));
    }

    /// <inheritdoc/>
    public override void Embed(ReadOnlySpan<char> text, Span<float> destination)
    {
        RequireLength(destination);
        destination.Clear();
        var ids = Tokens(text);
        ids.RemoveAll(id => id == _model.Tokenizer.UnknownId);
        var count = Math.Min(ids.Count, MostTokens);
        var row = new float[destination.Length];
        for (var i = 0; i < count; i++)
        {
            AddRow(ids[i], row, destination);
        }

        Finish(destination, count);
    }

    /// <summary>
    /// The share (0 to 1) of the text's tokens that the model knows; 0 for a text without any. A model of word pieces knows nearly
    /// everything, so that this says less than the built-in model's.
    /// </summary>
    public override double Coverage(ReadOnlySpan<char> text)
    {
        var ids = Tokens(text);
        var unknown = _model.Tokenizer.UnknownId;
        return ids.Count == 0 ? 0 : (double)ids.Count(id => id != unknown) / ids.Count;
    }

    private List<int> Tokens(ReadOnlySpan<char> text) =>
        _model.Tokenizer.Encode(Prefix(text, MostTokens * _model.Tokenizer.MedianTokenLength));

    private void AddRow(int id, float[] row, Span<float> sum)
    {
        _model.Embeddings.CopyTo((long)(_model.Mapping?[id] ?? id) * row.Length, row);
        if (_model.Weights is { } weights)
        {
            TensorPrimitives.MultiplyAdd(row, weights[id], sum, sum);
        }
        else
        {
            TensorPrimitives.Add(sum, row, sum);
        }
    }

    private void Finish(Span<float> vector, int count)
    {
        if (count > 1)
        {
            TensorPrimitives.Divide(vector, count, vector);
        }

        var norm = _model.Normalize ? TensorPrimitives.Norm<float>(vector) : 0;
        if (norm > 0)
        {
            TensorPrimitives.Divide(vector, norm, vector);
        }
    }

    // The first code points of a text; lone surrogates become U+FFFD, which every tokenizer takes.
    private static string Prefix(ReadOnlySpan<char> text, int letters)
    {
        if (!text.ContainsAnyInRange('\uD800', '\uDFFF'))
        {
            return text[..Math.Min(text.Length, letters)].ToString();
        }

        var prefix = new StringBuilder(Math.Min(text.Length, letters));
        foreach (var rune in text.EnumerateRunes())
        {
            if (letters-- == 0)
            {
                break;
            }

            prefix.Append(rune);
        }

        return prefix.ToString();
    }
}
