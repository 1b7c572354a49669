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
    private readonly SqliteConnection _connection;
    private readonly LibraryFolder _folder;
    private readonly WriterFaults _faults;
    private readonly SegmentFiles _files;
    private readonly ManifestSegments _segments;
    private readonly AddedPapers _added;
    private BackgroundMerge? _merge;

    public IndexWriter(SqliteConnection connection, LibraryFolder folder, WriterFaults faults)
    {
        _connection = connection;
        _folder = folder;
        _faults = faults;
        _files = new SegmentFiles(folder, faults);
        _segments = new ManifestSegments(connection, _files);
        _added = new AddedPapers(connection, folder, _files);
    }

    public bool IsMerging => _merge is not null;

    /// <summary>The files of the segments, as <see cref="LibraryFolder.StampOf"/> tells them.</summary>
    public string Stamp => _folder.StampOf(Segments.SelectMany(s => s.FileNames));

    public IReadOnlyList<LiveSegment> Segments => _segments.All;

    /// <inheritdoc cref="AddedPapers.EmbeddingFailure"/>
    public PaperChatException? EmbeddingFailure => _added.EmbeddingFailure;

    /// <summary>What embeds new papers; the same model as that of the library's vectors.</summary>
    public EmbeddingModel? Embedder
    {
        set => _added.Embedder = value;
    }

    /// <summary>The model of the library's vectors; null when it has none. Set before anything is written.</summary>
    public EmbeddingModelInfo? Vectors
    {
        get => _files.Model;
        set => _files.Model = value;
    }

    /// <summary>Takes over the segments of a snapshot.</summary>
    public void Start(IndexSnapshot snapshot) => _segments.Start(snapshot);

    /// <summary>Starts without segments and with all papers to be indexed.</summary>
    public Task StartAnewAsync(CancellationToken cancellationToken)
    {
        _segments.Clear();
        return _added.AddAllAsync(cancellationToken);
    }

    /// <summary>The paper is to be indexed. <see cref="PassOnAsync"/> has to follow.</summary>
    public void Add(StoredPaper paper) => _added.Add(paper);

    /// <summary>Waits while more papers were added than are analysed.</summary>
    public ValueTask PassOnAsync(CancellationToken cancellationToken) => _added.PassOnAsync(cancellationToken);

    /// <summary>The paper, as it was indexed so far, is no more. Its texts tell which frequencies go down.</summary>
    public void Remove(StoredPaper paper)
    {
        if (!_added.Remove(paper))
        {
            _segments.Remove(paper);
        }
    }

    /// <summary>Writes the files and the manifest. One call a transaction, before its commit.</summary>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        await _added.WriteAsync(_segments, cancellationToken);
        _segments.WriteDeletions();
        if (_merge is { IsFinished: true })
        {
            await FinishMergeAsync();
        }

        while (MergePolicy.Next([.. Segments.Where(s => _merge?.Takes(s) != true)]) is { } sources)
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
            if (merge.IsUpToDate(Segments))
            {
                _segments.Exchange([.. Segments.Where(merge.Takes)], merge.Number);
            }
        }
    }

    /// <summary>Makes all segments one, unless there is just one and nothing gone from it.</summary>
    public void MergeAll(CancellationToken cancellationToken)
    {
        if (Segments.Count > 1 || Segments.Any(s => s.Deletions is not null))
        {
            Merge([.. Segments], cancellationToken);
        }
    }

    /// <summary>Gives all segments the vectors that a <see cref="Reembedding"/> has made; none when there is no model. No merge is under way.</summary>
    public void ChangeVectors(EmbeddingModel? embedder, CancellationToken cancellationToken)
    {
        (Vectors, Embedder) = (embedder?.Info, embedder);
        _segments.ExchangeVectors(segment =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Vectors is { } model)
            {
                using var rows = new PartialRows(_folder.File(LibraryFolder.PartialVectorsName(segment.Number, model)), model);
                _files.WriteVectors(segment.Number, new DocumentRows(segment.File.Documents, rows.Read));
            }
        });
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
        while (Segments.FirstOrDefault(s => !filled.Contains(s.Number) && MissingVectors.AnyIn(s)) is { } segment)
        {
            var rows = await filling.MakeAsync(segment, cancellationToken);
            var number = SegmentRows.TakeNumber(_connection);
            _files.Write(number, stream => SegmentMerger.Merge([segment], stream, cancellationToken), () => rows);
            _segments.Exchange([segment], number);
            filled.Add(number);
            progress?.Report(done += rows.Count);
            await commit();
        }
    }

    /// <summary>After the commit: the files of the manifest stay, and those of a merge; all others go.</summary>
    public void DeleteOldFiles()
    {
        _faults.Step("delete old files");
        var inUse = Segments.SelectMany(s => s.FileNames).ToHashSet();
        if (_merge is not null)
        {
            inUse.UnionWith(_files.NamesOf(_merge.Number));
        }

        _folder.DeleteIndexFilesExcept(inUse);
        _faults.Step("deleted old files");
    }

    public async ValueTask DisposeAsync()
    {
        await _added.DisposeAsync();
        if (_merge is not null)
        {
            await _merge.DisposeAsync();
            foreach (var name in _files.NamesOf(_merge.Number))
            {
                LibraryFolder.TryDelete(_folder.File(name));
            }
        }

        _segments.Dispose();
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
            _segments.Exchange(sources, number);
        }
        else
        {
            _segments.Drop(sources);
        }
    }

    private void WriteMerged(long number, IReadOnlyList<LiveSegment> sources, CancellationToken cancellationToken) =>
        _files.Write(number, stream => SegmentMerger.Merge(sources, stream, cancellationToken), () => MergedRows.Of(sources));
}
