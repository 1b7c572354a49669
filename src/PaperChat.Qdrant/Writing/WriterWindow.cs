using PaperChat.Papers;
using PaperChat.Qdrant.Points;
using PaperChat.Qdrant.Search;
using PaperChat.Qdrant.Transport;

namespace PaperChat.Qdrant.Writing;

/// <summary>
/// The papers that a writer deals with between two writes to the server: what the server holds under the ids it met, and what is to
/// become of them. Emptied after each write, so that other hosts' writes are seen. Not thread-safe.
/// </summary>
internal sealed class WriterWindow(RestTransport transport)
{
    private const int IdsAtOnce = 1_000;
    private const int PapersAtOnce = 256;

    private static readonly string[] HeadKeys =
        [
            PointKeys.Paper, PointKeys.Hash, PointKeys.Aliases, PointKeys.Embedded, PointKeys.Pending, PointKeys.Chunks, PointKeys.Provenance,
            PointKeys.Records, PointKeys.MatchKeys,
        ];

    private readonly Dictionary<PaperId, PaperState> _papers = [];
    private readonly Dictionary<PaperId, PaperId> _aliases = [];
    private readonly Dictionary<string, SortedSet<PaperId>> _byKey = [];
    private readonly HashSet<PaperId> _known = [];
    private readonly HashSet<string> _knownKeys = [];

    public IEnumerable<PaperState> Changed => _papers.Values.Where(p => p.IsChanged);

    /// <summary>The paper with this id; null when there is none.</summary>
    public PaperState? Own(PaperId id) => _papers.TryGetValue(id, out var paper) && paper.Exists ? paper : null;

    /// <summary>The paper with this alias; null when there is none.</summary>
    public PaperState? ByAlias(PaperId alias) => _aliases.TryGetValue(alias, out var id) ? Own(id) : null;

    /// <summary>By id first: an id always wins over the same text as an alias of another paper.</summary>
    public PaperState? Find(PaperId id) => Own(id) ?? ByAlias(id);

    /// <summary>The papers that are, or were, kept under one of these keys.</summary>
    public IEnumerable<PaperState> FindByKeys(IEnumerable<string> keys) =>
        keys.SelectMany(k => _byKey.GetValueOrDefault(k) ?? []).Distinct().Select(Own).OfType<PaperState>();

    /// <summary>How many chunks the server may hold under an id that was loaded.</summary>
    public int StoredChunksOf(PaperId id) => _papers.TryGetValue(id, out var paper) ? paper.StoredChunks : 0;

    public void Put(PaperState paper)
    {
        _papers[paper.Id] = paper;
        _known.Add(paper.Id);
        foreach (var alias in paper.Head?.Aliases ?? [])
        {
            _aliases[alias] = paper.Id;
        }

        AddKeys(paper.Id, paper.Content?.MatchKeys ?? []);
    }

    /// <summary>Takes a paper out; its aliases lead nowhere any more.</summary>
    public void Remove(PaperState paper, bool isMoved)
    {
        foreach (var alias in paper.Head?.Aliases ?? [])
        {
            if (_aliases.GetValueOrDefault(alias) == paper.Id)
            {
                _aliases.Remove(alias);
            }
        }

        _papers[paper.Id] = new PaperState(paper.Id) { StoredChunks = paper.StoredChunks, IsChanged = paper.StoredChunks > 0, IsMoved = isMoved };
    }

    public void Clear()
    {
        _papers.Clear();
        _aliases.Clear();
        _byKey.Clear();
        _known.Clear();
        _knownKeys.Clear();
    }

    /// <summary>Makes known what the server holds under these ids, be they ids of papers or aliases.</summary>
    public async Task LoadAsync(IEnumerable<PaperId> ids, CancellationToken cancellationToken)
    {
        foreach (var some in ids.Where(_known.Add).Distinct().ToArray().Chunk(IdsAtOnce))
        {
            foreach (var point in await transport.GetAsync([.. some.Select(PaperPages.HeadOf)], HeadKeys, cancellationToken))
            {
                Add(point);
            }

            await LoadByAsync(PointKeys.Aliases, [.. some.Select(i => i.Value)], cancellationToken);
        }
    }

    /// <summary>Makes known what the server keeps under these keys.</summary>
    public async Task LoadKeysAsync(IEnumerable<string> keys, CancellationToken cancellationToken)
    {
        foreach (var some in keys.Where(_knownKeys.Add).ToArray().Chunk(IdsAtOnce))
        {
            await LoadByAsync(PointKeys.MatchKeys, some, cancellationToken);
        }
    }

    /// <summary>Reads the whole of papers of which only the head is known.</summary>
    public async Task LoadContentAsync(IEnumerable<PaperState> papers, CancellationToken cancellationToken)
    {
        foreach (var some in papers.Where(p => p.Content is null).DistinctBy(p => p.Id).ToArray().Chunk(PapersAtOnce))
        {
            foreach (var point in await transport.GetAsync([.. some.Select(p => PaperPages.HeadOf(p.Id))], keys: null, cancellationToken))
            {
                var content = PaperPayloadReader.Content(point.Payload);
                Put(_papers[content.Paper.Id] with { Content = content, Head = PaperHead.Of(content) });
            }
        }
    }

    private async Task LoadByAsync(string key, string[] values, CancellationToken cancellationToken)
    {
        var filter = new PointFilter { Must = [new PointCondition.Any(key, values)] };
        Guid? next = null;
        do
        {
            var page = await transport.ScrollAsync(filter, HeadKeys, IdsAtOnce, next, cancellationToken);
            foreach (var point in page.Points.OrderBy(p => PaperPayloadReader.Id(p.Payload)))
            {
                Add(point);
            }

            next = page.Next;
        }
        while (next is not null);
    }

    // What this writer changed since is newer than what the server says.
    private void Add(FoundPoint point)
    {
        var payload = point.Payload;
        var id = PaperPayloadReader.Id(payload);
        if (_papers.ContainsKey(id))
        {
            return;
        }

        var head = new PaperHead(
            PaperPayloadReader.Text(payload, PointKeys.Hash)!,
            PaperPayloadReader.Aliases(payload),
            payload.GetProperty(PointKeys.Embedded).GetBoolean(),
            payload.TryGetProperty(PointKeys.Pending, out _),
            PaperPayloadReader.OnlySource(payload));

        // A paper that was left half written may have more chunks than it names.
        var chunks = Math.Max(PaperPayloadReader.Chunks(payload).Count, head.IsPending ? 2 : 1);
        _papers[id] = new PaperState(id) { Head = head, StoredChunks = chunks };
        AddKeys(id, PaperPayloadReader.Texts(payload, PointKeys.MatchKeys));
        foreach (var alias in head.Aliases)
        {
            _aliases.TryAdd(alias, id);
        }
    }

    private void AddKeys(PaperId paper, IEnumerable<string> keys)
    {
        foreach (var key in keys)
        {
            if (!_byKey.TryGetValue(key, out var papers))
            {
                _byKey[key] = papers = [];
            }

            papers.Add(paper);
        }
    }
}
