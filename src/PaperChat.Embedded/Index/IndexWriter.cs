using Microsoft.Data.Sqlite;
using PaperChat.Embedded.Catalogue;
using PaperChat.Embedded.Vectors;
using PaperChat.Library;

namespace PaperChat.Embedded.Index;

/// <summary>
/// Brings the index up to what the catalogue says within one transaction: new segments for new papers, which are built while the
/// transaction goes on, deletions in old ones, merges. All files are new ones, on the disk before the transaction names them; the
/// files they replace go after it. Not thread-safe.
/// </summary>
internal sealed class IndexWriter : IAsyncDisposable
{
    private const int ManyPapers = 10_000;

    private readonly SqliteConnection _connection;
    private readonly LibraryFolder _folder;
    private readonly WriterFaults _faults;
    private readonly SegmentFiles _files;
    private readonly OccurrenceBlocks _memory = new();
    private readonly Dictionary<long, Deletions> _deleted = [];

    // The papers of this transaction by their keys, and those among them that are gone or have changed again.
    private readonly Dictionary<long, int> _tickets = [];
    private readonly Dictionary<int, StoredPaper> _dropped = [];
    private SegmentNumbers? _numbers;
    private SegmentBuilders? _builders;
    private SegmentEmbedder? _embedder;
    private BackgroundMerge? _merge;
    private List<LiveSegment> _segments = [];

    public IndexWriter(SqliteConnection connection, LibraryFolder folder, WriterFaults faults)
    {
        _connection = connection;
        _folder = folder;
        _faults = faults;
        _files = new SegmentFiles(folder, faults);
    }

    public bool IsMerging => _merge is not null;

    /// <summary>The files of the segments, as <see cref="LibraryFolder.StampOf"/> tells them.</summary>
    public string Stamp => _folder.StampOf(_segments.SelectMany(s => s.FileNames));

    public IReadOnlyList<LiveSegment> Segments => _segments;

    /// <summary>Why passages were left without vectors, the last time that the model failed; null when it never did.</summary>
    public PaperChatException? EmbeddingFailure { get; private set; }

    /// <summary>What embeds new papers; the same model as that of the library's vectors.</summary>
    public EmbeddingModel? Embedder { get; set; }

    /// <summary>The model of the library's vectors; null when it has none. Set before anything is written.</summary>
    public EmbeddingModelInfo? Vectors
    {
        get => _files.Model;
        set => _files.Model = value;
    }

    /// <summary>Takes over the segments of a snapshot.</summary>
    public void Start(IndexSnapshot snapshot) => Replace([.. snapshot.Segments.Select(s => s.Share())]);

    /// <summary>Starts without segments and with all papers to be indexed.</summary>
    public async Task StartAnewAsync(CancellationToken cancellationToken)
    {
        Replace([]);
        SegmentRows.RemoveAll(_connection);
        _deleted.Clear();

        // What is indexed anew replaces vectors that are there: a model that fails must not take them away.
        var builders = Builders(mayFail: false);
        using var one = PaperRows.PrepareByKey(_connection);
        using var chunks = PaperRows.PrepareChunks(_connection);
        foreach (var key in Keys())
        {
            builders.Add(PaperRows.Read(one, chunks, key));
            await builders.PassOnAsync(cancellationToken);
        }
    }

    /// <summary>The paper is to be indexed. <see cref="PassOnAsync"/> has to follow.</summary>
    public void Add(StoredPaper paper) => _tickets[paper.Key] = Builders(mayFail: true).Add(paper);

    /// <summary>Waits while more papers were added than are analysed.</summary>
    public ValueTask PassOnAsync(CancellationToken cancellationToken) => _builders?.PassOnAsync(cancellationToken) ?? ValueTask.CompletedTask;

    /// <summary>The paper, as it was indexed so far, is no more. Its texts tell which frequencies go down.</summary>
    public void Remove(StoredPaper paper)
    {
        if (_tickets.Remove(paper.Key, out var ticket))
        {
            _dropped[ticket] = paper;
            return;
        }

        foreach (var segment in _segments)
        {
            if (segment.FindPaper(paper.Paper.Id) is >= 0 and var number)
            {
                Remove(segment, number, paper);
                return;
            }
        }
    }

    /// <summary>Writes the files and the manifest. One call a transaction, before its commit.</summary>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        await WriteAddedAsync(cancellationToken);
        WriteDeletions();
        if (_merge is { IsFinished: true })
        {
            await FinishMergeAsync();
        }

        while (MergePolicy.Next([.. _segments.Where(s => _merge?.Takes(s) != true)]) is { } sources)
        {
            if (sources.Sum(s => s.Documents) < _faults.SmallMerge)
            {
                Merge(sources, cancellationToken);
            }
            else if (_merge is null)
            {
                StartMerge(sources);
            }
            else
            {
                break;
            }
        }
    }

    /// <summary>Waits for the merge that is under way, if there is one, and puts its segment in the place of the sources.</summary>
    public async Task FinishMergeAsync()
    {
        if (_merge is not { } merge)
        {
            return;
        }

        _merge = null;
        await using (merge)
        {
            await merge.FinishAsync();
            if (merge.IsUpToDate(_segments))
            {
                Exchange([.. _segments.Where(merge.Takes)], merge.Number);
            }
        }
    }

    /// <summary>Makes all segments one, unless there is just one and nothing gone from it.</summary>
    public void MergeAll(CancellationToken cancellationToken)
    {
        if (_segments.Count > 1 || _segments.Any(s => s.Deletions is not null))
        {
            Merge([.. _segments], cancellationToken);
        }
    }

    /// <summary>Gives all segments the vectors that a <see cref="Reembedding"/> has made; none when there is no model. No merge is under way.</summary>
    public void ChangeVectors(EmbeddingModel? embedder, CancellationToken cancellationToken)
    {
        (Vectors, Embedder) = (embedder?.Info, embedder);
        for (var i = 0; i < _segments.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var segment = _segments[i];
            if (Vectors is { } model)
            {
                using var rows = new PartialRows(_folder.File(LibraryFolder.PartialVectorsName(segment.Number, model)), model);
                _files.WriteVectors(segment.Number, new DocumentRows(segment.File.Documents, rows.Read));
            }

            _segments[i] = segment.WithVectors(_files.OpenVectors(segment.Number, segment.File.Documents));
            segment.Dispose();
        }
    }

    /// <summary>
    /// Makes the vectors that a failing model left out, as a new segment in the place of each that lacks some. No merge is under way.
    /// </summary>
    /// <param name="model">The model of the library's vectors.</param>
    /// <param name="progress">Told the number of passages in the segments that are done.</param>
    /// <param name="commit">Called after each segment, so that a model that fails again loses no more than one.</param>
    /// <param name="cancellationToken">Stops between two batches.</param>
    public async Task FillVectorsAsync(EmbeddingModel model, IProgress<long>? progress, Func<Task> commit, CancellationToken cancellationToken)
    {
        var filling = new MissingVectors(_connection, model);
        var filled = new HashSet<long>();
        var done = 0L;

        // Asked anew each time: a commit may merge segments.
        while (_segments.FirstOrDefault(s => !filled.Contains(s.Number) && MissingVectors.AnyIn(s)) is { } segment)
        {
            var rows = await filling.MakeAsync(segment, cancellationToken);
            var number = SegmentRows.TakeNumber(_connection);
            _files.Write(number, stream => SegmentMerger.Merge([segment], stream, cancellationToken), () => rows);
            Exchange([segment], number);
            filled.Add(number);
            progress?.Report(done += rows.Count);
            await commit();
        }
    }

    /// <summary>After the commit: the files of the manifest stay, and those of a merge; all others go.</summary>
    public void DeleteOldFiles()
    {
        _faults.Step("delete old files");
        var inUse = _segments.SelectMany(s => s.FileNames).ToHashSet();
        if (_merge is not null)
        {
            inUse.UnionWith(_files.NamesOf(_merge.Number));
        }

        _folder.DeleteIndexFilesExcept(inUse);
        _faults.Step("deleted old files");
    }

    public async ValueTask DisposeAsync()
    {
        if (_builders is not null)
        {
            await _builders.DisposeAsync();
        }

        if (_merge is not null)
        {
            await _merge.DisposeAsync();
            foreach (var name in _files.NamesOf(_merge.Number))
            {
                LibraryFolder.TryDelete(_folder.File(name));
            }
        }

        Replace([]);
    }

    private IEnumerable<long> Keys()
    {
        using var keys = _connection.Prepare("SELECT key FROM papers ORDER BY key", 0);
        using var rows = keys.ExecuteReader();
        while (rows.Read())
        {
            yield return rows.GetInt64(0);
        }
    }

    private SegmentBuilders Builders(bool mayFail)
    {
        if (_builders is null)
        {
            var model = Vectors is null ? null : Embedder ?? throw EmbeddingModelCheck.Missing(_folder, Vectors);
            var embedder = _embedder = model is null ? null : new SegmentEmbedder(model, mayFail);
            _numbers = new SegmentNumbers(SegmentRows.TakeNumber(_connection));
            _builders = new SegmentBuilders(() => new SegmentBuilder(embedder, _memory), Write);
        }

        return _builders;
    }

    private void Remove(LiveSegment segment, int number, StoredPaper paper)
    {
        if (!_deleted.TryGetValue(segment.Number, out var deletions))
        {
            deletions = segment.Deletions?.Copy() ?? new Deletions(segment.File.Papers);
            _deleted[segment.Number] = deletions;
        }

        deletions.Add(number, paper);
    }

    private void WriteDeletions()
    {
        if (_deleted.Count == 0)
        {
            return;
        }

        // The number of the next segment is never used twice, also not by a writer that was killed and its successor.
        var generation = SegmentRows.TakeNumber(_connection);
        for (var i = 0; i < _segments.Count; i++)
        {
            var segment = _segments[i];
            if (_deleted.TryGetValue(segment.Number, out var deletions))
            {
                var name = LibraryFolder.DeletesName(segment.Number, generation);
                _files.WriteFile(name, stream =>
                {
                    stream.Write(deletions.Write());
                    (stream as FileStream)?.Flush(flushToDisk: true);
                });
                SegmentRows.SetDeletes(_connection, segment.Number, name);
                _segments[i] = segment.With(deletions, name);
                segment.Dispose();
            }
        }

        _deleted.Clear();
    }

    private async Task WriteAddedAsync(CancellationToken cancellationToken)
    {
        if (_builders is null)
        {
            return;
        }

        var missing = 0;
        foreach (var built in await _builders.FinishAsync(cancellationToken))
        {
            SegmentRows.Add(_connection, built.Number, LibraryFolder.SegmentName(built.Number));
            missing += built.WithoutVectors;
            var segment = _files.Open(built.Number);
            _segments.Add(segment);
            for (var paper = 0; paper < built.Tickets.Count && _dropped.Count > 0; paper++)
            {
                if (_dropped.Remove(built.Tickets[paper], out var stored))
                {
                    Remove(segment, paper, stored);
                }
            }
        }

        if (missing > 0)
        {
            EmbeddingFailure = _embedder?.Failure;
            CatalogueMeta.SetWithoutVectors(_connection, CatalogueMeta.ReadWithoutVectors(_connection) + missing);
        }

        await _builders.DisposeAsync();
        CatalogueMeta.Set(_connection, CatalogueMeta.NextSegment, _numbers!.Next());
        (_builders, _numbers) = (null, null);
        if (_tickets.Count >= ManyPapers)
        {
            // What the builders leave behind are a few large arrays, which the collector would let lie beside those of the next ones.
            GC.Collect();
        }

        _tickets.Clear();
    }

    private BuiltSegment Write(SegmentBuilder builder)
    {
        var number = _numbers!.Next();
        _files.Write(number, builder.Write, () => builder.Rows);
        return new BuiltSegment(number, builder.Tickets, builder.WithoutVectors);
    }

    private void StartMerge(List<LiveSegment> sources)
    {
        var number = SegmentRows.TakeNumber(_connection);
        _merge = new BackgroundMerge(number, sources, (from, stop) => WriteMerged(number, from, stop));
    }

    private void Merge(List<LiveSegment> sources, CancellationToken cancellationToken)
    {
        var number = SegmentRows.TakeNumber(_connection);
        if (sources.Any(s => s.Papers > 0))
        {
            WriteMerged(number, sources, cancellationToken);
            Exchange(sources, number);
        }
        else
        {
            Drop(sources);
        }
    }

    private void WriteMerged(long number, IReadOnlyList<LiveSegment> sources, CancellationToken cancellationToken) =>
        _files.Write(number, stream => SegmentMerger.Merge(sources, stream, cancellationToken), () => MergedRows.Of(sources));

    private void Exchange(List<LiveSegment> sources, long number)
    {
        SegmentRows.Add(_connection, number, LibraryFolder.SegmentName(number));
        _segments.Add(_files.Open(number));
        Drop(sources);
    }

    private void Drop(List<LiveSegment> sources)
    {
        foreach (var source in sources)
        {
            SegmentRows.Remove(_connection, source.Number);
            _segments.Remove(source);
            source.Dispose();
        }
    }

    private void Replace(List<LiveSegment> segments)
    {
        _segments.ForEach(s => s.Dispose());
        _segments = segments;
    }
}
