using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using PaperChat.Embedded.Catalogue;
using PaperChat.Embedded.Vectors;
using PaperChat.Library;

namespace PaperChat.Embedded.Index;

/// <summary>
/// Brings the index up to what the catalogue says within one transaction: new segments for new papers, deletions in old ones,
/// merges. All files are new ones, on the disk before the transaction names them; the files they replace go after it.
/// </summary>
internal sealed class IndexWriter : IDisposable
{
    private const int PapersAtOnce = 256;

    private readonly SqliteConnection _connection;
    private readonly LibraryFolder _folder;
    private readonly WriterFaults _faults;
    private readonly SortedSet<long> _added = [];
    private readonly Dictionary<long, Deletions> _deleted = [];
    private List<LiveSegment> _segments = [];

    public IndexWriter(SqliteConnection connection, LibraryFolder folder, WriterFaults faults)
    {
        _connection = connection;
        _folder = folder;
        _faults = faults;
    }

    /// <summary>The model of the index's vectors; null when it has none. Set before anything is written.</summary>
    public EmbeddingModelInfo? Vectors { get; set; }

    /// <summary>What embeds new papers; the same model as <see cref="Vectors"/>.</summary>
    public EmbeddingModel? Embedder { get; set; }

    public IReadOnlyList<LiveSegment> Segments => _segments;

    public bool HasChanges => _added.Count > 0 || _deleted.Count > 0;

    /// <summary>Takes over the segments of a snapshot.</summary>
    public void Start(IndexSnapshot snapshot) => Replace([.. snapshot.Segments.Select(s => s.Share())]);

    /// <summary>Starts without segments and with all papers to be indexed.</summary>
    public void StartAnew()
    {
        Replace([]);
        SegmentRows.RemoveAll(_connection);
        _deleted.Clear();
        using var command = _connection.Prepare("SELECT key FROM papers", 0);
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            _added.Add(rows.GetInt64(0));
        }
    }

    /// <summary>The paper is to be indexed as the catalogue has it at the commit.</summary>
    public void Add(long key) => _added.Add(key);

    /// <summary>The paper, as it was indexed so far, is no more. Its texts tell which frequencies go down.</summary>
    public void Remove(StoredPaper paper)
    {
        _added.Remove(paper.Key);
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
        WriteDeletions();
        await WriteAddedAsync(cancellationToken);
        while (MergePolicy.Next(_segments) is { } sources)
        {
            Merge(sources, cancellationToken);
        }

        _added.Clear();
        _deleted.Clear();
    }

    /// <summary>Makes all segments one, unless there is just one and nothing gone from it.</summary>
    public void MergeAll(CancellationToken cancellationToken)
    {
        if (_segments.Count > 1 || _segments.Any(s => s.Deletions is not null))
        {
            Merge([.. _segments], cancellationToken);
        }
    }

    /// <summary>Gives all segments the vectors that a <see cref="Reembedding"/> has made; none when there is no model.</summary>
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
                WriteFile(
                    LibraryFolder.VectorsName(segment.Number, model),
                    stream => VectorFileWriter.Write(stream, new VectorFormat(model.Dimension, segment.File.Documents), rows.Read));
            }

            _segments[i] = segment.WithVectors(
                Vectors is null ? null : SegmentVectors.Open(_folder, segment.Number, Vectors, segment.File.Documents));
            segment.Dispose();
        }
    }

    /// <summary>After the commit: the files of the manifest stay, all others go.</summary>
    public void DeleteOldFiles()
    {
        _faults.Step("delete old files");
        _folder.DeleteIndexFilesExcept(_segments.SelectMany(s => (string?[])[s.File.Name, s.DeletionsName, s.Vectors?.Name]).OfType<string>().ToHashSet());
        _faults.Step("deleted old files");
    }

    public void Dispose() => Replace([]);

    private void Remove(LiveSegment segment, int number, StoredPaper paper)
    {
        if (!_deleted.TryGetValue(segment.Number, out var deletions))
        {
            deletions = segment.Deletions?.Copy() ?? new Deletions(segment.File.Papers);
            _deleted[segment.Number] = deletions;
        }

        if (deletions.Papers[number])
        {
            return;
        }

        deletions.Papers.Set(number);
        var title = AnalyzedText.Of(paper.Paper.Title);
        foreach (var chunk in paper.Chunks)
        {
            deletions.AddDocument(title, AnalyzedText.Of(paper.Paper, chunk));
        }
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
                WriteFile(name, stream =>
                {
                    stream.Write(deletions.Write());
                    (stream as FileStream)?.Flush(flushToDisk: true);
                });
                SegmentRows.SetDeletes(_connection, segment.Number, name);
                _segments[i] = segment.With(deletions, name);
                segment.Dispose();
            }
        }
    }

    private async Task WriteAddedAsync(CancellationToken cancellationToken)
    {
        if (_added.Count == 0)
        {
            return;
        }

        // Rows are read here, on the one connection; the builders analyse side by side.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var builders = _added.Count <= PapersAtOnce ? 1 : Math.Clamp(Environment.ProcessorCount, 1, 4);
        var numbers = new SegmentNumbers(SegmentRows.TakeNumber(_connection));
        var batches = Channel.CreateBounded<List<StoredPaper>>(builders * 2);
        var built = Enumerable.Range(0, builders).Select(_ => Task.Run(() => BuildAsync(batches.Reader, numbers, stop), stop.Token)).ToArray();
        try
        {
            await ReadAddedAsync(batches.Writer, stop.Token);
            batches.Writer.Complete();
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // A builder failed and stopped the reading; its own exception follows.
        }
        finally
        {
            batches.Writer.TryComplete();
        }

        foreach (var (number, name) in (await Task.WhenAll(built)).SelectMany(b => b).OrderBy(b => b.Number))
        {
            SegmentRows.Add(_connection, number, name);
            _segments.Add(OpenWritten(number, name));
        }

        CatalogueMeta.Set(_connection, CatalogueMeta.NextSegment, numbers.Next());
    }

    private async Task ReadAddedAsync(ChannelWriter<List<StoredPaper>> writer, CancellationToken cancellationToken)
    {
        using var one = PaperRows.PrepareByKey(_connection);
        using var chunks = PaperRows.PrepareChunks(_connection);
        foreach (var keys in _added.Chunk(PapersAtOnce))
        {
            await writer.WriteAsync([.. keys.Select(key => PaperRows.Read(one, chunks, key))], cancellationToken);
        }
    }

    private async Task<List<(long Number, string Name)>> BuildAsync(
        ChannelReader<List<StoredPaper>> batches, SegmentNumbers numbers, CancellationTokenSource stop)
    {
        try
        {
            var written = new List<(long, string)>();
            var builder = new SegmentBuilder();
            var rows = Vectors is null ? null : new DocumentRows(Vectors);
            await foreach (var batch in batches.ReadAllAsync(stop.Token))
            {
                await (rows?.AddAsync(batch, RequireEmbedder(), stop.Token) ?? Task.CompletedTask);
                batch.ForEach(builder.Add);
                if (builder.IsFull)
                {
                    written.Add(Write(builder, rows, numbers));
                    builder = new SegmentBuilder();
                    rows = Vectors is null ? null : new DocumentRows(Vectors);
                }
            }

            if (!builder.IsEmpty)
            {
                written.Add(Write(builder, rows, numbers));
            }

            return written;
        }
        catch
        {
            // The reader may wait for room that nobody would make.
            await stop.CancelAsync();
            throw;
        }
    }

    private (long Number, string Name) Write(SegmentBuilder builder, DocumentRows? rows, SegmentNumbers numbers)
    {
        var number = numbers.Next();
        var name = LibraryFolder.SegmentName(number);
        WriteFile(name, builder.Write);
        WriteVectors(number, name, rows);
        return (number, name);
    }

    private void Merge(List<LiveSegment> sources, CancellationToken cancellationToken)
    {
        var number = SegmentRows.TakeNumber(_connection);
        var name = LibraryFolder.SegmentName(number);
        if (sources.Any(s => s.Papers > 0))
        {
            WriteFile(name, stream => SegmentMerger.Merge(sources, stream, cancellationToken));
            WriteVectors(number, name, RowsOf(sources));
            SegmentRows.Add(_connection, number, name);
            _segments.Add(OpenWritten(number, name));
        }

        foreach (var source in sources)
        {
            SegmentRows.Remove(_connection, source.Number);
            _segments.Remove(source);
            source.Dispose();
        }
    }

    // The vectors follow the order in which the segment, which is there already, has its documents.
    private void WriteVectors(long number, string segmentName, DocumentRows? rows)
    {
        if (rows is not null && Vectors is { } model)
        {
            using var segment = SegmentFile.Open(_folder.File(segmentName));
            WriteFile(LibraryFolder.VectorsName(number, model), stream => rows.Write(segment, stream));
        }
    }

    private DocumentRows? RowsOf(List<LiveSegment> sources)
    {
        if (Vectors is null)
        {
            return null;
        }

        var rows = new DocumentRows(Vectors);
        sources.ForEach(rows.Add);
        return rows;
    }

    private LiveSegment OpenWritten(long number, string name)
    {
        var file = SegmentFile.Open(_folder.File(name));
        return new LiveSegment(number, file, null, null)
        {
            Vectors = Vectors is { } model ? SegmentVectors.Open(_folder, number, model, file.Documents) : null,
        };
    }

    private EmbeddingModel RequireEmbedder() => Embedder ?? throw EmbeddingModelCheck.Missing(_folder, Vectors!);

    private void WriteFile(string name, Action<Stream> write)
    {
        _faults.Step("create " + name);
        using (var stream = _faults.Create(_folder.File(name)))
        {
            write(stream);
        }

        _faults.Step("created " + name);
    }

    private void Replace(List<LiveSegment> segments)
    {
        _segments.ForEach(s => s.Dispose());
        _segments = segments;
    }
}
