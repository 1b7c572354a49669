using System.Text.Json;
using PaperChat.Papers;
using PaperChat.Qdrant.Points;
using PaperChat.Qdrant.Search;
using PaperChat.Qdrant.Transport;

namespace PaperChat.Qdrant.Writing;

/// <summary>
/// Does what the marks of papers say is still to be done with their points. Any number of hosts may do it for the same paper: what they
/// write is the same, and who finds another revision in the paper's point afterwards makes the points those of that revision.
/// </summary>
internal sealed class MarkedPapers(QdrantTransport transport, ChunkVectors vectors)
{
    private const int PapersAtOnce = 100;

    /// <summary>Does what a writer that was stopped left to do; see <see cref="PaperPoints.WriteAsync"/> for what is returned.</summary>
    public async Task<IReadOnlyList<(PaperId Paper, PaperId Former)>> FinishAllAsync(double averageLength, CancellationToken cancellationToken)
    {
        await DeleteAsync([.. (await MarkedAsync(PointKeys.PendingDelete, cancellationToken)).Select(p => PaperPayloadReader.Id(p.Payload))], cancellationToken);
        var kept = new List<(PaperId, PaperId)>();
        foreach (var some in (await MarkedAsync(PointKeys.PendingWrite, cancellationToken)).Chunk(PapersAtOnce))
        {
            kept.AddRange(await FinishAsync([.. some.Select(p => p.Id)], averageLength, cancellationToken));
        }

        return kept;
    }

    /// <summary>Writes the other points of papers whose own points stand there, marked, and takes the marks away.</summary>
    /// <param name="papers">The papers.</param>
    /// <param name="points">All chunks of these papers, perhaps among others.</param>
    /// <param name="averageLength">The mean length that words are weighted with.</param>
    /// <param name="cancellationToken">Stops between two requests.</param>
    public async Task<IReadOnlyList<(PaperId Paper, PaperId Former)>> FinishAsync(
        IReadOnlyList<PaperContent> papers, IReadOnlyList<PaperPoint> points, double averageLength, CancellationToken cancellationToken)
    {
        var kept = new List<(PaperId Paper, PaperId Former)>();
        foreach (var some in papers.Chunk(PapersAtOnce))
        {
            var ids = some.Select(p => p.Paper.Id).ToHashSet();
            PaperPoint[] passages = [.. points.Where(p => !p.IsHead && ids.Contains(p.Content.Paper.Id))];
            await transport.UpsertAsync(passages, averageLength, replaced: null, cancellationToken);
            await transport.DeleteAsync(new PointFilter { Should = [.. some.Select(BeyondLast)] }, cancellationToken);
            var still = await MoveAsync(some, cancellationToken);
            kept.AddRange(still);

            // A paper whose vectors could not be made now, though its mark says that it has them, is left to the next writer.
            var made = passages.Where(p => p.Content.IsEmbedded).Select(p => p.Content.Paper.Id).ToHashSet();
            var lacking = some.Where(p => p.IsEmbedded && p.Chunks.Count > 1 && !made.Contains(p.Paper.Id)).Select(p => p.Paper.Id);
            var unfinished = still.Select(s => s.Paper).Concat(lacking).ToHashSet();
            await ClearAsync([.. some.Where(p => !unfinished.Contains(p.Paper.Id))], cancellationToken);
            kept.AddRange(await RepairAsync(some, averageLength, cancellationToken));
        }

        return kept;
    }

    /// <summary>Deletes the points of papers that are marked for it; what was written under their ids since stays.</summary>
    public async Task DeleteAsync(IReadOnlyList<PaperId> papers, CancellationToken cancellationToken)
    {
        foreach (var some in papers.Chunk(PapersAtOnce))
        {
            await DeletePassagesAsync(some, cancellationToken);
            await transport.DeleteAsync(
                new PointFilter { Must = [AnyOf(some), new PointCondition.Value(PointKeys.Pending, PointKeys.PendingDelete)] }, cancellationToken);
        }
    }

    private static PointCondition BeyondLast(PaperContent paper) => new PointCondition.Group(new PointFilter
    {
        Must = [new PointCondition.Value(PointKeys.Paper, paper.Paper.Id.Value), new PointCondition.Range(PointKeys.Chunk, paper.Chunks.Count, null)],
    });

    private static PointCondition.Any AnyOf(IEnumerable<PaperId> papers) => new PointCondition.Any(PointKeys.Paper, [.. papers.Select(p => p.Value)]);

    private static void WriteGone(Utf8JsonWriter json, PaperId paper)
    {
        json.WriteStartObject();
        json.WriteString(PointKeys.Type, PointKeys.GoneType);
        json.WriteString(PointKeys.Paper, paper.Value);
        json.WriteString(PointKeys.Pending, PointKeys.PendingDelete);
        json.WriteString(PointKeys.Revision, PaperHead.GoneRevision(paper));
        json.WriteEndObject();
    }

    private async Task<IReadOnlyList<(PaperId Paper, PaperId Former)>> FinishAsync(Guid[] heads, double averageLength, CancellationToken cancellationToken)
    {
        // Another host may have been faster.
        var found = await transport.GetAsync(heads, keys: null, cancellationToken);
        PaperContent[] papers = [.. found
            .Where(h => PaperPayloadReader.Text(h.Payload, PointKeys.Type) == PointKeys.PaperType && h.Payload.TryGetProperty(PointKeys.Pending, out _))
            .Select(h => PaperPayloadReader.Content(h.Payload))];
        return await FinishAsync(papers, await vectors.MakeAsync(papers, cancellationToken), averageLength, cancellationToken);
    }

    // The former point becomes one that says so, if it holds what was taken over from it; then it may be deleted.
    private async Task<IReadOnlyList<(PaperId Paper, PaperId Former)>> MoveAsync(PaperContent[] papers, CancellationToken cancellationToken)
    {
        var moved = papers.SelectMany(p => p.Moved.Select(m => (p.Paper.Id, Former: m))).ToArray();
        if (moved.Length == 0)
        {
            return [];
        }

        var heads = await transport.GetAsync([.. moved.Select(m => PaperPages.HeadOf(m.Former.Id)).Distinct()], [PointKeys.Revision], cancellationToken);
        var held = heads.Select(h => PaperPayloadReader.Text(h.Payload, PointKeys.Revision)).ToHashSet();
        foreach (var (_, former) in moved.Where(m => held.Contains(m.Former.Revision)))
        {
            var replaced = new PointFilter { Must = [new PointCondition.Any(PointKeys.Revision, [former.Revision])] };
            await transport.UpsertAsync(PaperPages.HeadOf(former.Id), json => WriteGone(json, former.Id), replaced, cancellationToken);
        }

        var found = await transport.GetAsync([.. moved.Select(m => PaperPages.HeadOf(m.Former.Id)).Distinct()], [PointKeys.Type, PointKeys.Paper], cancellationToken);
        var living = found.Where(f => PaperPayloadReader.Text(f.Payload, PointKeys.Type) == PointKeys.PaperType).Select(f => PaperPayloadReader.Id(f.Payload)).ToHashSet();
        await DeleteAsync([.. moved.Select(m => m.Former.Id).Where(f => !living.Contains(f)).Distinct()], cancellationToken);
        return [.. moved.Where(m => living.Contains(m.Former.Id)).Select(m => (m.Id, m.Former.Id))];
    }

    private Task ClearAsync(PaperContent[] papers, CancellationToken cancellationToken) => papers.Length == 0
        ? Task.CompletedTask
        : transport.ClearAsync(
            new PointFilter { Must = [new PointCondition.Any(PointKeys.Pending, [.. papers.Select(p => p.Revision)])] },
            [PointKeys.Pending, PointKeys.Moved],
            cancellationToken);

    // Points of a revision that another host replaced meanwhile may have been written after that host's.
    private async Task<IReadOnlyList<(PaperId Paper, PaperId Former)>> RepairAsync(PaperContent[] papers, double averageLength, CancellationToken cancellationToken)
    {
        var heads = await transport.GetAsync([.. papers.Select(p => PaperPages.HeadOf(p.Paper.Id))], [PointKeys.Type, PointKeys.Paper, PointKeys.Revision], cancellationToken);
        var revisions = heads.Where(h => PaperPayloadReader.Text(h.Payload, PointKeys.Type) == PointKeys.PaperType)
            .ToDictionary(h => PaperPayloadReader.Id(h.Payload), h => (h.Id, Revision: PaperPayloadReader.Text(h.Payload, PointKeys.Revision)));
        await DeletePassagesAsync([.. papers.Select(p => p.Paper.Id).Where(id => !revisions.ContainsKey(id))], cancellationToken);
        Guid[] others = [.. papers.Where(p => revisions.TryGetValue(p.Paper.Id, out var head) && head.Revision != p.Revision).Select(p => PaperPages.HeadOf(p.Paper.Id))];
        if (others.Length == 0)
        {
            return [];
        }

        foreach (var head in revisions.Values.Where(h => others.Contains(h.Id)))
        {
            await transport.SetAsync([head.Id], PointKeys.Pending, [PointKeys.PendingWrite, head.Revision!], cancellationToken);
        }

        return await FinishAsync(others, averageLength, cancellationToken);
    }

    private Task DeletePassagesAsync(PaperId[] papers, CancellationToken cancellationToken) => papers.Length == 0
        ? Task.CompletedTask
        : transport.DeleteAsync(new PointFilter { Must = [AnyOf(papers), new PointCondition.Value(PointKeys.Type, PointKeys.PassageType)] }, cancellationToken);

    private Task<IReadOnlyList<FoundPoint>> MarkedAsync(string mark, CancellationToken cancellationToken) => transport.ScrollAllAsync(
        new PointFilter { Must = [new PointCondition.Value(PointKeys.Pending, mark)] }, [PointKeys.Paper], PapersAtOnce, cancellationToken);
}
