using PaperChat.Embedded.Catalogue;
using PaperChat.Embedded.Index;
using PaperChat.Library;

namespace PaperChat.Embedded.Vectors;

/// <summary>
/// The vectors for a segment that is being made, found by the paper's key and the chunk's ordinal, so that the order in which a
/// segment numbers its documents is its own affair. Not thread-safe.
/// </summary>
internal sealed class DocumentRows(EmbeddingModelInfo model)
{
    private readonly VectorFormat _format = new(model.Dimension, 0);
    private readonly Dictionary<(long Paper, int Ordinal), Place> _places = [];

    /// <summary>Embeds the chunks of papers.</summary>
    public async Task AddAsync(IReadOnlyList<StoredPaper> papers, EmbeddingModel embedder, CancellationToken cancellationToken)
    {
        var documents = papers.SelectMany(p => p.Chunks.Select(c => (Stored: p, Chunk: c))).ToArray();
        var vectors = await embedder.EmbedAsync([.. documents.Select(d => EmbeddingModel.TextOf(d.Stored.Paper, d.Chunk))], cancellationToken);
        var bytes = new byte[documents.Length * _format.RowStride];
        for (var i = 0; i < documents.Length; i++)
        {
            QuantizedRow.Write(vectors[i].Span, bytes.AsSpan(i * _format.RowStride, _format.RowStride));
            _places[(documents[i].Stored.Key, documents[i].Chunk.Ordinal)] = new Place(null, bytes, i);
        }
    }

    /// <summary>Takes over the vectors of what is left of a segment, which stays open as long as this is used.</summary>
    public void Add(LiveSegment segment)
    {
        var file = segment.File;
        var papers = file.DocumentPapers;
        for (var document = 0; document < papers.Length; document++)
        {
            if (segment.IsLive(papers[document]))
            {
                _places[(file.PaperKeys[papers[document]], file.DocumentOrdinals[document])] = new Place(segment.Vectors, null, document);
            }
        }
    }

    /// <summary>Writes the vectors of a segment, whose documents must all have been added.</summary>
    public void Write(SegmentFile segment, Stream stream)
    {
        var places = new Place[segment.Documents];
        for (var document = 0; document < places.Length; document++)
        {
            places[document] = _places[(segment.PaperKeys[segment.DocumentPapers[document]], segment.DocumentOrdinals[document])];
        }

        var stride = _format.RowStride;
        VectorFileWriter.Write(
            stream,
            _format with { Rows = places.Length },
            document => places[document] is { File: { } file, Row: var row } ? file.Row(row) : places[document].Bytes.AsSpan(places[document].Row * stride, stride));
    }

    private readonly record struct Place(VectorFile? File, byte[]? Bytes, int Row);
}
