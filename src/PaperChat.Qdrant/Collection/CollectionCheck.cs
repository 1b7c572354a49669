using PaperChat.Library;
using PaperChat.Papers;
using PaperChat.Qdrant.Points;
using PaperChat.Qdrant.Transport;
using PaperChat.Qdrant.Writing;

namespace PaperChat.Qdrant.Collection;

/// <summary>The checks of <c>library verify</c>: each paper's hash, that its other points are there and say what it says, and that no point is nobody's.</summary>
internal sealed class CollectionCheck(QdrantTransport transport, string collection)
{
    private const int PapersAtOnce = 256;
    private const int MostFindings = 100;
    private const string Anew = "Take the paper out with paperchat library remove, and ingest it again.";

    private readonly List<LibraryFinding> _findings = [];

    // Of papers with more than one chunk: how many.
    private readonly Dictionary<PaperId, int> _chunks = [];

    public async Task<IReadOnlyList<LibraryFinding>> RunAsync(CancellationToken cancellationToken)
    {
        await EachPageAsync(PointKeys.PaperType, null, CheckPapersAsync, cancellationToken);
        await EachPageAsync(PointKeys.PassageType, [PointKeys.Paper, PointKeys.Chunk], CheckOwnersAsync, cancellationToken);
        return _findings;
    }

    private async Task EachPageAsync(
        string type, IReadOnlyList<string>? keys, Func<IReadOnlyList<FoundPoint>, CancellationToken, Task> check, CancellationToken cancellationToken)
    {
        var filter = new PointFilter { Must = [new PointCondition.Value(PointKeys.Type, type)] };
        Guid? next = null;
        do
        {
            var page = await transport.ScrollAsync(filter, keys, PapersAtOnce, next, cancellationToken);
            await check(page.Points, cancellationToken);
            next = page.Next;
        }
        while (next is not null && _findings.Count < MostFindings);
    }

    private async Task CheckPapersAsync(IReadOnlyList<FoundPoint> points, CancellationToken cancellationToken)
    {
        var papers = points.Select(ReadPaper).OfType<PaperContent>().ToArray();
        var passages = papers.SelectMany(p => p.Chunks.Skip(1).Select(c => (p.Paper, Chunk: c))).ToArray();
        foreach (var some in passages.Chunk(PapersAtOnce))
        {
            var stored = (await transport.GetAsync([.. some.Select(p => PointId.OfChunk(p.Paper.Id, p.Chunk.Ordinal))], [PointKeys.Text], cancellationToken))
                .ToDictionary(p => p.Id, p => PaperPayloadReader.Text(p.Payload, PointKeys.Text));
            foreach (var (paper, chunk) in some)
            {
                if (stored.GetValueOrDefault(PointId.OfChunk(paper.Id, chunk.Ordinal)) != ChunkTerms.TextOf(paper, chunk))
                {
                    Add($"Passage {chunk.Ordinal} of the paper {paper.Id.Value} is missing, or says something else. {Anew}", inCatalogue: false);
                }
            }
        }
    }

    private PaperContent? ReadPaper(FoundPoint point)
    {
        try
        {
            var content = PaperPayloadReader.Content(point.Payload);
            Check(point.Id, content);
            return content.IsPending ? null : content;
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            Add($"The point {point.Id} is no paper that this program can read ({e.Message}).", inCatalogue: true);
            return null;
        }
    }

    private void Check(Guid point, PaperContent content)
    {
        var id = content.Paper.Id;
        if (content.Chunks.Count > 1 || content.IsPending)
        {
            _chunks[id] = content.IsPending ? int.MaxValue : content.Chunks.Count;
        }

        if (point != PointId.OfChunk(id, 0) || ArrivingPaper.HashOf(content.Paper, content.Chunks) != content.Hash)
        {
            Add($"The paper {id.Value} is not as it was written. {Anew}", inCatalogue: true);
        }

        if (content.IsPending)
        {
            Add($"The paper {id.Value} is not written to its end. Any ingestion into this collection finishes it.", inCatalogue: false);
        }
    }

    private Task CheckOwnersAsync(IReadOnlyList<FoundPoint> points, CancellationToken cancellationToken)
    {
        foreach (var payload in points.Select(p => p.Payload))
        {
            var (paper, chunk) = (PaperPayloadReader.Id(payload), payload.GetProperty(PointKeys.Chunk).GetInt32());
            if (chunk >= _chunks.GetValueOrDefault(paper))
            {
                Add($"Passage {chunk} of the paper {paper.Value} belongs to no paper. {Anew}", inCatalogue: false);
            }
        }

        return Task.CompletedTask;
    }

    private void Add(string message, bool inCatalogue)
    {
        if (_findings.Count < MostFindings)
        {
            _findings.Add(new LibraryFinding(collection, message, inCatalogue));
        }
    }
}
