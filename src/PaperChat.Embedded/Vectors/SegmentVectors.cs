using PaperChat.Embedded.Index;
using PaperChat.Library;

namespace PaperChat.Embedded.Vectors;

/// <summary>The vectors of a segment as the rest of the index uses them.</summary>
internal static class SegmentVectors
{
    /// <summary>Opens the vectors that a model made of a segment; anything that does not fit is an <see cref="InvalidDataException"/>.</summary>
    public static VectorFile Open(LibraryFolder folder, long segment, EmbeddingModelInfo model, int documents)
    {
        var file = VectorFile.Open(folder.File(LibraryFolder.VectorsName(segment, model)));
        if (file.Format == new VectorFormat(model.Dimension, documents))
        {
            return file;
        }

        file.Dispose();
        throw new InvalidDataException(
            $"it holds {file.Format.Rows} vectors of {file.Format.Dimension} numbers, not {documents} of {model.Dimension}");
    }

    /// <summary>A document's vector where a request wants it.</summary>
    public static ReadOnlyMemory<float>? Of(RankedDocument document, SearchRequest request)
    {
        if (!request.WithVectors || document.Segment.Vectors is not { } vectors)
        {
            return null;
        }

        var vector = new float[vectors.Format.PaddedDimension];
        QuantizedRow.Read(vectors.Row(document.Document), vector);
        return vector.AsMemory(0, vectors.Format.Dimension);
    }
}
