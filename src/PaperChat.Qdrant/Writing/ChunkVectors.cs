using PaperChat.Library;
using PaperChat.Qdrant.Points;

namespace PaperChat.Qdrant.Writing;

/// <summary>
/// Makes the vectors of chunks that are to be written. A model that fails loses no paper: those after it are written without vectors,
/// and again with them when they are ingested again. Not thread-safe.
/// </summary>
internal sealed class ChunkVectors(EmbeddingModel? model)
{
    private const int TextsAtOnce = 512;

    public bool IsWanted => model is not null;

    /// <summary>Why the model made no vectors, the first time that it failed; null while it does.</summary>
    public PaperChatException? Failure { get; private set; }

    /// <summary>Chunks that were left without vectors.</summary>
    public long Missing { get; private set; }

    /// <summary>The points of papers, with their vectors; a paper whose vectors could not be made is marked.</summary>
    public async Task<IReadOnlyList<PaperPoint>> MakeAsync(IReadOnlyList<PaperContent> papers, CancellationToken cancellationToken)
    {
        var points = new List<PaperPoint>(papers.Count);
        foreach (var some in papers.SelectMany(p => p.Chunks.Select(c => new PaperPoint(p, c, null))).Chunk(TextsAtOnce))
        {
            points.AddRange(await WithVectorsAsync(some, cancellationToken));
        }

        var failed = points.Where(p => !p.Content.IsEmbedded).Select(p => p.Content.Paper.Id).ToHashSet();
        return failed.Count == 0 ? points : [.. points.Select(p => failed.Contains(p.Content.Paper.Id) ? p with { Content = (p.Content with { IsEmbedded = false }).Sealed() } : p)];
    }

    private static ReadOnlyMemory<float>? KnownOrNull(ReadOnlyMemory<float> vector) => vector.Span.IndexOfAnyExcept(0f) < 0 ? null : (ReadOnlyMemory<float>?)vector;

    private async Task<IEnumerable<PaperPoint>> WithVectorsAsync(PaperPoint[] points, CancellationToken cancellationToken)
    {
        if (model is null)
        {
            return points;
        }

        if (Failure is null)
        {
            try
            {
                var vectors = await model.EmbedAsync([.. points.Select(p => EmbeddingModel.TextOf(p.Content.Paper, p.Chunk))], cancellationToken);
                return points.Select((p, i) => p with { Vector = KnownOrNull(vectors[i]) });
            }
            catch (PaperChatException failure)
            {
                Failure = failure;
            }
        }

        Missing += points.Length;
        return points.Select(p => p with { Content = p.Content with { IsEmbedded = false } });
    }
}
