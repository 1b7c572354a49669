using PaperChat.Papers;

namespace PaperChat.Qdrant.Points;

/// <summary>One chunk of a paper, ready to be written. The first chunk's point is the paper's: it holds all that is known of it.</summary>
/// <param name="Content">The paper.</param>
/// <param name="Chunk">The chunk.</param>
/// <param name="Vector">Its vector; null where it has none, or the model knows nothing of the text.</param>
internal readonly record struct PaperPoint(PaperContent Content, Chunk Chunk, ReadOnlyMemory<float>? Vector)
{
    public bool IsHead => Chunk.Ordinal == 0;

    public Guid Id => PointId.OfChunk(Content.Paper.Id, Chunk.Ordinal);
}
