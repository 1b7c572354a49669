using System.Runtime.CompilerServices;
using PaperChat.Merging;
using PaperChat.Papers;
using PaperChat.Qdrant.Filters;
using PaperChat.Qdrant.Points;
using PaperChat.Qdrant.Transport;

namespace PaperChat.Qdrant.Search;

/// <summary>Reads papers of a collection, by id, by alias, and page by page.</summary>
internal sealed class PaperPages(QdrantTransport transport)
{
    private const int PapersAtOnce = 256;
    private const int IdsAtOnce = 5_000;

    /// <summary>What a paper is made of; not what only serves filters and searches.</summary>
    public static IReadOnlyList<string> PaperKeys { get; } =
    [
        PointKeys.Paper, PointKeys.Title, PointKeys.Abstract, PointKeys.Body, PointKeys.Authors, PointKeys.Year, PointKeys.Venue, PointKeys.Url,
        PointKeys.Doi, PointKeys.Arxiv, PointKeys.Categories, PointKeys.Listed, PointKeys.Links, PointKeys.Kind, PointKeys.Instructions,
        PointKeys.Upvotes, PointKeys.Version, PointKeys.Updated, PointKeys.Status,
    ];

    /// <summary>The papers with these ids or aliases, in the order asked for.</summary>
    public async Task<IReadOnlyList<Paper>> FindAsync(IReadOnlyList<PaperId> ids, CancellationToken cancellationToken)
    {
        var found = new Dictionary<PaperId, Paper>();
        foreach (var some in ids.Distinct().Chunk(PapersAtOnce))
        {
            foreach (var point in await transport.GetAsync([.. some.Select(HeadOf)], PaperKeys, cancellationToken))
            {
                var paper = PaperPayloadReader.Paper(point.Payload);
                found[paper.Id] = paper;
            }

            await AddByAliasAsync(found, [.. some.Where(id => !found.ContainsKey(id))], cancellationToken);
        }

        return [.. ids.Where(found.ContainsKey).Select(id => found[id])];
    }

    /// <summary>What the paper with this id or alias is made of; empty where there is none.</summary>
    public async Task<IReadOnlyList<WorkRecord>> FindRecordsAsync(PaperId id, CancellationToken cancellationToken)
    {
        if ((await FindAsync([id], cancellationToken)) is not [var paper, ..])
        {
            return [];
        }

        var points = await transport.GetAsync([HeadOf(paper.Id)], [.. PaperKeys, PointKeys.Aliases, PointKeys.Provenance, PointKeys.Records], cancellationToken);
        return points is [var point, ..] ? PaperPayloadReader.Records(point.Payload) : [];
    }

    /// <summary>The id of a paper's own point. Every paper has a chunk 0.</summary>
    public static Guid HeadOf(PaperId paper) => PointId.OfChunk(paper, 0);

    /// <summary>All papers that a filter lets through, in the order of their ids: the ids are read first, then page after page.</summary>
    public async IAsyncEnumerable<Paper> ListAsync(CompiledFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var ids = new List<PaperId>();
        Guid? next = null;
        do
        {
            var page = await transport.ScrollAsync(filter.Points, [PointKeys.Paper], IdsAtOnce, next, cancellationToken);
            ids.AddRange(page.Points.Select(p => PaperPayloadReader.Id(p.Payload)));
            next = page.Next;
        }
        while (next is not null);

        ids.Sort();
        foreach (var some in ids.Chunk(PapersAtOnce))
        {
            var points = await transport.GetAsync([.. some.Select(HeadOf)], PaperKeys, cancellationToken);
            foreach (var paper in points.Select(p => PaperPayloadReader.Paper(p.Payload)).OrderBy(p => p.Id))
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return paper;
            }
        }
    }

    private async Task AddByAliasAsync(Dictionary<PaperId, Paper> found, PaperId[] missing, CancellationToken cancellationToken)
    {
        if (missing.Length == 0)
        {
            return;
        }

        var wanted = missing.ToHashSet();
        var filter = new PointFilter { Must = [new PointCondition.Any(PointKeys.Aliases, [.. missing.Select(m => m.Value)])] };
        Guid? next = null;
        do
        {
            var page = await transport.ScrollAsync(filter, [.. PaperKeys, PointKeys.Aliases], PapersAtOnce, next, cancellationToken);
            foreach (var (paper, aliases) in page.Points
                .Select(p => (PaperPayloadReader.Paper(p.Payload), PaperPayloadReader.Texts(p.Payload, PointKeys.Aliases)))
                .OrderBy(p => p.Item1.Id))
            {
                foreach (var alias in aliases.Select(a => new PaperId(a)).Where(wanted.Contains))
                {
                    found.TryAdd(alias, paper);
                }
            }

            next = page.Next;
        }
        while (next is not null);
    }
}
