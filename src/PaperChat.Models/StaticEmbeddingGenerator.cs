using PaperChat.Library;
using PaperChat.Models.Static;

namespace PaperChat.Models;

/// <summary>
/// PaperChat's own embedding model, carried inside the program: the normalised, weighted sum of learned vectors of a text's distinct
/// word stems and stem pairs, trained on titles and abstracts (model card: <c>tools/embeddings/README.md</c>). Opening it reads
/// nothing but a header.
/// </summary>
/// <remarks>
/// A text is lower-cased and cut into runs of <c>[a-z0-9]+</c>; purely alphabetic runs of three letters or more are stemmed (Porter,
/// 1980); each stem that is no stop word and each pair of neighbours (stop words included) is looked up.
/// </remarks>
public sealed class StaticEmbeddingGenerator : LocalEmbeddingGenerator
{
    private const string Resource = "paperchat-static-256.bin";

    [ThreadStatic]
    private static HitRows? _hits;

    private readonly StaticModel _model = Open();
    private readonly StemCache _stems = new();

    /// <inheritdoc/>
    public override EmbeddingModelInfo Info => _model.Info;

    /// <inheritdoc/>
    public override void Embed(ReadOnlySpan<char> text, Span<float> destination)
    {
        RequireLength(destination);
        var hits = _hits ??= new HitRows(_model.Rows);
        try
        {
            Collect(text, hits);
            _model.Sum(hits.Rows, destination);
        }
        finally
        {
            hits.Clear();
        }
    }

    /// <inheritdoc/>
    public override double Coverage(ReadOnlySpan<char> text)
    {
        var content = 0;
        var known = 0;
        for (var runs = new WordRuns(text); runs.MoveNext();)
        {
            var row = _model.Find(_stems.StemHash(runs));
            if (row < 0)
            {
                content++;
            }
            else if (!_model.IsStopWord(row))
            {
                content++;
                known++;
            }
        }

        return content == 0 ? 0 : (double)known / content;
    }

    private void Collect(ReadOnlySpan<char> text, HitRows hits)
    {
        var previous = 0ul;
        for (var runs = new WordRuns(text); runs.MoveNext();)
        {
            var stem = _stems.StemHash(runs);
            var row = _model.Find(stem);
            if (row >= 0 && !_model.IsStopWord(row))
            {
                Add(row, hits);
            }

            var pair = previous == 0 || stem == 0 ? -1 : _model.Find(TokenHash.OfPair(previous, stem));
            if (pair >= 0)
            {
                Add(pair, hits);
            }

            previous = stem;
        }
    }

    private void Add(int row, HitRows hits)
    {
        _model.Prefetch(row);
        hits.Add(row);
    }

    private static StaticModel Open() =>
        typeof(StaticEmbeddingGenerator).Assembly.GetManifestResourceStream(Resource) is UnmanagedMemoryStream stream
            ? StaticModel.Open(stream)
            : throw new PaperChatException("The built-in embedding model is missing from PaperChat.Models. Install the program again.");
}
