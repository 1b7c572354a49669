using PaperChat.Embedded.Catalogue;
using PaperChat.Library;

namespace PaperChat.Embedded.Vectors;

/// <summary>The vectors of a segment that is being built, in the order of its documents. Not thread-safe.</summary>
internal sealed class BuiltRows(SegmentEmbedder embedder)
{
    private readonly int _stride = new VectorFormat(embedder.Info.Dimension, 0).RowStride;
    private readonly List<(byte[] Rows, int Row)> _places = [];

    public DocumentRows Rows => new(_places.Count, document => _places[document].Rows.AsSpan(_places[document].Row * _stride, _stride));

    /// <summary>How many documents have a row of zeros because the model failed.</summary>
    public int Missing { get; private set; }

    /// <summary>Embeds the chunks of papers.</summary>
    public async Task AddAsync(IEnumerable<StoredPaper> papers, CancellationToken cancellationToken)
    {
        string[] texts = [.. papers.SelectMany(p => p.Chunks.Select(c => EmbeddingModel.TextOf(p.Paper, c)))];
        var vectors = await embedder.TryEmbedAsync(texts, cancellationToken);
        Missing += vectors is null ? texts.Length : 0;
        var rows = new byte[texts.Length * _stride];
        var zero = vectors is null ? new float[embedder.Info.Dimension] : null;
        for (var i = 0; i < texts.Length; i++)
        {
            QuantizedRow.Write(vectors is null ? zero : vectors[i].Span, rows.AsSpan(i * _stride, _stride));
            _places.Add((rows, i));
        }
    }
}
