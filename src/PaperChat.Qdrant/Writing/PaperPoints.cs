using PaperChat.Papers;
using PaperChat.Qdrant.Points;
using PaperChat.Qdrant.Search;
using PaperChat.Qdrant.Transport;

namespace PaperChat.Qdrant.Writing;

/// <summary>
/// Writes papers to the server so that being stopped between any two requests leaves nothing half done for good. A paper of one chunk
/// is one point, which the server takes whole. For any other the paper's point comes first, with a mark and with all that the paper is
/// made of, then its other chunks, then what is no longer its goes, then the mark (<see cref="MarkedPapers"/>); whoever writes next does
/// the rest for marks that were left. A paper is deleted likewise: marked, its other chunks, its own point. A paper's point replaces
/// only the revision that its writer has read.
/// </summary>
internal sealed class PaperPoints(QdrantTransport transport, ChunkVectors vectors, MarkedPapers marked)
{
    private const int PapersAtOnce = 100;
    private const int HeadsAtOnce = 1_000;

    /// <summary>
    /// Writes and deletes. Which points were written is not told by the server: the returned revisions are those that were to be, by id,
    /// and the pairs are papers with ids that they had before, under which somebody else wrote meanwhile.
    /// </summary>
    public async Task<(IReadOnlyDictionary<PaperId, string> Sent, IReadOnlyList<(PaperId Paper, PaperId Former)> Kept)> WriteAsync(
        IReadOnlyList<PaperState> papers, double averageLength, CancellationToken cancellationToken)
    {
        await DeleteAsync([.. papers.Where(p => !p.Exists && !p.IsMoved && p.StoredChunks > 0)], cancellationToken);
        var alive = papers.Where(p => p.Exists).ToArray();
        var ids = alive.Select(p => p.Id).ToHashSet();
        var contents = alive
            .Select(p => p.Content! with { IsPending = NeedsMark(p), Moved = [.. p.Content.Moved.Where(m => !ids.Contains(m.Id))] })
            .ToArray();
        var points = await vectors.MakeAsync(contents, cancellationToken);
        var heads = points.Where(p => p.IsHead).ToArray();
        await transport.UpsertAsync(heads, averageLength, Replaces([.. alive.Select(p => p.StoredRevision).OfType<string>()]), cancellationToken);
        var sent = heads.ToDictionary(p => p.Content.Paper.Id, p => p.Content.Revision);
        var own = await TakenAsync([.. heads.Select(p => p.Content).Where(c => c.IsPending)], cancellationToken);
        return (sent, await marked.FinishAsync(own, points, averageLength, cancellationToken));
    }

    private static bool NeedsMark(PaperState paper) =>
        paper.Content!.Chunks.Count > 1 || paper.StoredChunks > 1 || paper.Content.Moved.Count > 0 || paper.Content.IsPending;

    // Revisions are of one paper each: a point that holds any of these holds its own.
    private static PointFilter Replaces(IReadOnlyList<string> revisions) => new() { Must = [new PointCondition.Any(PointKeys.Revision, revisions.Count > 0 ? revisions : ["none"])] };

    private async Task<PaperContent[]> TakenAsync(PaperContent[] papers, CancellationToken cancellationToken)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var some in papers.Chunk(HeadsAtOnce))
        {
            var heads = await transport.GetAsync([.. some.Select(p => PaperPages.HeadOf(p.Paper.Id))], [PointKeys.Revision], cancellationToken);
            taken.UnionWith(heads.Select(h => PaperPayloadReader.Text(h.Payload, PointKeys.Revision)).OfType<string>());
        }

        return [.. papers.Where(p => taken.Contains(p.Revision))];
    }

    private async Task DeleteAsync(PaperState[] papers, CancellationToken cancellationToken)
    {
        foreach (var some in papers.Where(p => p.StoredChunks > 1).Select(p => p.Id).Chunk(PapersAtOnce))
        {
            await transport.SetAsync([.. some.Select(PaperPages.HeadOf)], PointKeys.Pending, [PointKeys.PendingDelete], cancellationToken);
            await marked.DeleteAsync(some, cancellationToken);
        }

        foreach (var some in papers.Where(p => p.StoredChunks == 1).Chunk(PapersAtOnce))
        {
            await transport.DeleteAsync([.. some.Select(p => PaperPages.HeadOf(p.Id))], cancellationToken);
        }
    }
}
