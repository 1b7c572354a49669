using PaperChat.Papers;
using PaperChat.Qdrant.Points;
using PaperChat.Qdrant.Search;
using PaperChat.Qdrant.Transport;

namespace PaperChat.Qdrant.Writing;

/// <summary>
/// The papers that a writer deals with between two writes to the server: what the server holds under the ids it met, and what is to
/// become of them. Emptied after each write, so that other hosts' writes are seen. Not thread-safe.
/// </summary>
/// <param name="transport">The server; null where there is no collection, so that nothing is known of anything.</param>
internal sealed class WriterWindow(QdrantTransport? transport)
{
    private const int IdsAtOnce = 1_000;
    private const int PapersAtOnce = 256;

    // More than one: what is beyond those that are written has to be looked for.
    private const int UnknownChunks = 2;

    private readonly Dictionary<PaperId, PaperState> _papers = [];
    private readonly Dictionary<PaperId, PaperId> _aliases = [];
    private readonly Dictionary<string, SortedSet<PaperId>> _byKey = [];
    private readonly HashSet<PaperId> _known = [];
    private readonly HashSet<string> _knownKeys = [];

    /// <summary>All papers that are known to be there.</summary>
    public IEnumerable<PaperState> Papers => _papers.Values.Where(p => p.Exists);

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

    /// <summary>The revision that the server held under an id that was loaded, to be replaced by the next; null when it held none.</summary>
    public string? StoredRevisionOf(PaperId id) => _papers.GetValueOrDefault(id)?.StoredRevision;

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

        _papers[paper.Id] = new PaperState(paper.Id)
        {
            StoredChunks = paper.StoredChunks,
            StoredRevision = paper.StoredRevision,
            IsChanged = paper.StoredChunks > 0,
            IsMoved = isMoved,
        };
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
        if (transport is null)
        {
            return;
        }

        foreach (var some in ids.Where(_known.Add).Distinct().ToArray().Chunk(IdsAtOnce))
        {
            foreach (var point in await transport.GetAsync([.. some.Select(PaperPages.HeadOf)], PaperHead.Keys, cancellationToken))
            {
                Add(point);
            }

            await LoadByAsync(transport, PointKeys.Aliases, [.. some.Select(i => i.Value)], cancellationToken);
        }
    }

    /// <summary>Makes known what the server keeps under these keys.</summary>
    public async Task LoadKeysAsync(IEnumerable<string> keys, CancellationToken cancellationToken)
    {
        if (transport is null)
        {
            return;
        }

        foreach (var some in keys.Where(_knownKeys.Add).ToArray().Chunk(IdsAtOnce))
        {
            await LoadByAsync(transport, PointKeys.MatchKeys, some, cancellationToken);
        }
    }

    /// <summary>Reads the whole of papers of which only the head is known.</summary>
    public async Task LoadContentAsync(IEnumerable<PaperState> papers, CancellationToken cancellationToken)
    {
        foreach (var some in papers.Where(p => p.Content is null).Select(p => p.Id).Distinct().ToArray().Chunk(PapersAtOnce))
        {
            var points = await transport!.GetAsync([.. some.Select(PaperPages.HeadOf)], keys: null, cancellationToken);
            var found = points.ToDictionary(p => PaperPayloadReader.Id(p.Payload));
            foreach (var id in some)
            {
                // Another host may have deleted it since its head was read.
                Remove(_papers[id], isMoved: false);
                _papers.Remove(id);
                if (found.TryGetValue(id, out var point))
                {
                    AddWhole(point);
                }
            }
        }
    }

    private void AddWhole(FoundPoint point)
    {
        Add(point);
        if (Own(PaperPayloadReader.Id(point.Payload)) is { } paper)
        {
            _papers[paper.Id] = paper with { Content = PaperPayloadReader.Content(point.Payload) };
        }
    }

    private async Task LoadByAsync(QdrantTransport from, string key, string[] values, CancellationToken cancellationToken)
    {
        var filter = new PointFilter { Must = [new PointCondition.Any(key, values)] };
        var points = await from.ScrollAllAsync(filter, PaperHead.Keys, IdsAtOnce, cancellationToken);
        foreach (var point in points.OrderBy(p => PaperPayloadReader.Id(p.Payload)))
        {
            Add(point);
        }
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

        if (PaperPayloadReader.Text(payload, PointKeys.Type) == PointKeys.GoneType)
        {
            _papers[id] = new PaperState(id) { StoredChunks = UnknownChunks, StoredRevision = PaperHead.GoneRevision(id) };
            return;
        }

        var head = PaperHead.Read(payload);
        // A paper that was left half written may have more chunks than it names.
        var chunks = Math.Max(PaperPayloadReader.Chunks(payload).Count, head.IsPending ? UnknownChunks : 1);
        _papers[id] = new PaperState(id) { Head = head, StoredChunks = chunks, StoredRevision = head.Revision };
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
