using PaperChat.Papers;
using PaperChat.Qdrant.Points;
using PaperChat.Qdrant.Search;
using PaperChat.Qdrant.Transport;

namespace PaperChat.Qdrant.Writing;

/// <summary>
/// Writes papers to the server so that being stopped between any two requests leaves nothing half done for good. A paper of one chunk
/// is one point, which the server takes whole. For any other the paper's point comes first, with a mark and with all that the paper is
/// made of, then its other chunks, then what is no longer its goes, then the mark; <see cref="FinishAsync"/> does the rest for marks
/// that were left. A paper is deleted likewise: marked, its other chunks, its own point.
/// </summary>
internal sealed class PaperPoints(RestTransport transport, ChunkVectors vectors)
{
    private const int PapersAtOnce = 100;

    /// <summary>The mean length that words are weighted with.</summary>
    public required double AverageLength { get; set; }

    public async Task WriteAsync(IReadOnlyList<PaperState> papers, CancellationToken cancellationToken)
    {
        await DeleteAsync([.. papers.Where(p => !p.Exists && !p.IsMoved && p.StoredChunks > 0)], cancellationToken);
        var alive = papers.Where(p => p.Exists).ToArray();
        var written = alive.Select(p => p.Id).ToHashSet();
        var contents = alive
            .Select(p => p.Content! with { IsPending = NeedsMark(p), Moved = [.. p.Content.Moved.Where(m => !written.Contains(m))] })
            .ToArray();
        await WriteAsync(contents, cancellationToken);
    }

    /// <summary>Does what a writer that was stopped left to do.</summary>
    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        var deleted = await MarkedAsync(PointKeys.PendingDelete, cancellationToken);
        await DeleteMarkedAsync([.. deleted.Select(p => PaperPayloadReader.Id(p.Payload))], cancellationToken);
        foreach (var some in (await MarkedAsync(PointKeys.PendingWrite, cancellationToken)).Chunk(PapersAtOnce))
        {
            var heads = await transport.GetAsync([.. some.Select(p => p.Id)], keys: null, cancellationToken);
            await WriteAsync([.. heads.Select(h => PaperPayloadReader.Content(h.Payload) with { IsEmbedded = vectors.IsWanted })], cancellationToken);
        }
    }

    private static bool NeedsMark(PaperState paper) =>
        paper.Content!.Chunks.Count > 1 || paper.StoredChunks > 1 || paper.Content.Moved.Count > 0 || paper.Content.IsPending;

    private async Task WriteAsync(PaperContent[] papers, CancellationToken cancellationToken)
    {
        var points = await vectors.MakeAsync(papers, cancellationToken);
        await transport.UpsertAsync([.. points.Where(p => p.IsHead)], AverageLength, cancellationToken);
        foreach (var some in papers.Where(p => p.IsPending).Chunk(PapersAtOnce))
        {
            var ids = some.Select(p => p.Paper.Id).ToHashSet();
            await transport.UpsertAsync([.. points.Where(p => !p.IsHead && ids.Contains(p.Content.Paper.Id))], AverageLength, cancellationToken);
            await transport.DeleteAsync(new PointFilter { Should = [.. some.Select(BeyondLast), .. some.SelectMany(p => p.Moved).Select(AllOf)] }, cancellationToken);
            await transport.ClearAsync([.. ids.Select(PaperPages.HeadOf)], [PointKeys.Pending, PointKeys.Moved], cancellationToken);
        }
    }

    private static PointCondition BeyondLast(PaperContent paper) => new PointCondition.Group(new PointFilter
    {
        Must = [new PointCondition.Value(PointKeys.Paper, paper.Paper.Id.Value), new PointCondition.Range(PointKeys.Chunk, paper.Chunks.Count, null)],
    });

    private static PointCondition AllOf(PaperId paper) => new PointCondition.Value(PointKeys.Paper, paper.Value);

    private async Task DeleteAsync(PaperState[] papers, CancellationToken cancellationToken)
    {
        foreach (var some in papers.Where(p => p.StoredChunks > 1).Select(p => p.Id).Chunk(PapersAtOnce))
        {
            await transport.SetAsync([.. some.Select(PaperPages.HeadOf)], PointKeys.Pending, PointKeys.PendingDelete, cancellationToken);
            await DeleteMarkedAsync(some, cancellationToken);
        }

        foreach (var some in papers.Where(p => p.StoredChunks == 1).Chunk(PapersAtOnce))
        {
            await transport.DeleteAsync([.. some.Select(p => PaperPages.HeadOf(p.Id))], cancellationToken);
        }
    }

    private async Task DeleteMarkedAsync(PaperId[] papers, CancellationToken cancellationToken)
    {
        foreach (var some in papers.Chunk(PapersAtOnce))
        {
            var passages = new PointFilter
            {
                Must = [new PointCondition.Any(PointKeys.Paper, [.. some.Select(p => p.Value)]), new PointCondition.Value(PointKeys.Type, PointKeys.PassageType)],
            };
            await transport.DeleteAsync(passages, cancellationToken);
            await transport.DeleteAsync([.. some.Select(PaperPages.HeadOf)], cancellationToken);
        }
    }

    private async Task<List<FoundPoint>> MarkedAsync(string mark, CancellationToken cancellationToken)
    {
        var found = new List<FoundPoint>();
        var filter = new PointFilter { Must = [new PointCondition.Value(PointKeys.Pending, mark)] };
        Guid? next = null;
        do
        {
            var page = await transport.ScrollAsync(filter, [PointKeys.Paper], PapersAtOnce, next, cancellationToken);
            found.AddRange(page.Points);
            next = page.Next;
        }
        while (next is not null);
        return found;
    }
}
