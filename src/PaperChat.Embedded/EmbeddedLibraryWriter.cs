using PaperChat.Embedded.Catalogue;
using PaperChat.Embedded.Index;
using PaperChat.Embedded.Vectors;
using PaperChat.Library;
using PaperChat.Papers;

namespace PaperChat.Embedded;

/// <summary>
/// The writer of a library in a folder. Papers and the manifest of the search index are committed in one transaction of the
/// catalogue. After a call that failed, it only can be disposed: nothing since the last commit is kept.
/// </summary>
public sealed class EmbeddedLibraryWriter : IPaperLibraryWriter
{
    private readonly LibraryFolder _folder;
    private readonly TimeProvider _time;
    private readonly WriterLock _lock;
    private readonly WriterFaults _faults;
    private readonly CatalogueWriter _catalogue;
    private readonly IndexWriter _index;
    private readonly MatchKeyRows _keys;
    private readonly EntryWriter _entries;
    private readonly WriterTransaction _transaction;
    private bool _failed;
    private bool _disposed;

    private EmbeddedLibraryWriter(LibraryFolder folder, TimeProvider time, WriterFaults faults, WriterLock writerLock)
    {
        _folder = folder;
        _time = time;
        _lock = writerLock;
        _faults = faults;
        _catalogue = new CatalogueWriter(CatalogueFile.OpenToWrite(folder, time));
        if (faults.MaxCataloguePages is { } pages)
        {
            _catalogue.Connection.Run($"PRAGMA max_page_count = {pages}");
        }

        _index = new IndexWriter(_catalogue.Connection, folder, faults);
        _keys = new MatchKeyRows(_catalogue.Connection);
        _entries = new EntryWriter(_catalogue, _index, _keys);
        _transaction = new WriterTransaction(_catalogue, _index, _keys, faults);
    }

    /// <summary>
    /// Opens the library in a folder to write, and makes both when they are not there. What a writer that was killed left behind
    /// is cleared away, and a damaged index is made anew from the catalogue.
    /// </summary>
    /// <exception cref="LibraryException">Another writer is open, or the folder cannot be written, or the catalogue is damaged.</exception>
    /// <exception cref="IndexIncompatibleException">The library was made by another version.</exception>
    public static Task<EmbeddedLibraryWriter> OpenAsync(string folder, TimeProvider time, CancellationToken cancellationToken) =>
        OpenAsync(folder, time, model: null, cancellationToken);

    /// <summary>
    /// The same with the model that makes vectors of what is written. A library without papers takes the model over; one that has
    /// papers without vectors stays as it is, without using the model. The caller owns the model.
    /// </summary>
    /// <exception cref="IndexIncompatibleException">The library's vectors were made by another model.</exception>
    public static Task<EmbeddedLibraryWriter> OpenAsync(
        string folder, TimeProvider time, EmbeddingModel? model, CancellationToken cancellationToken) =>
        OpenAsync(folder, time, WriterFaults.None, anyAnalyzer: false, cancellationToken, model);

    internal static async Task<EmbeddedLibraryWriter> OpenAsync(
        string folder, TimeProvider time, WriterFaults faults, bool anyAnalyzer, CancellationToken cancellationToken,
        EmbeddingModel? model = null, bool anyModel = false)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        ArgumentNullException.ThrowIfNull(time);
        cancellationToken.ThrowIfCancellationRequested();
        var at = LibraryFolder.At(folder);
        var writerLock = WriterLock.Take(at);
        EmbeddedLibraryWriter? writer = null;
        try
        {
            writer = new EmbeddedLibraryWriter(at, time, faults, writerLock);
            writer.TakeModel(model, anyModel);
            await writer.StartAsync(anyAnalyzer, cancellationToken);
            return writer;
        }
        catch (Exception e)
        {
            await (writer?.DisposeAsync() ?? ValueTask.CompletedTask);
            writerLock.Dispose();
            if (LibraryFailure.Is(e))
            {
                throw LibraryFailure.Of(at, e);
            }

            throw;
        }
    }

    /// <summary>
    /// Why passages of this writer's commits have no vectors: the model failed. No paper is lost by that, those passages are found by
    /// their words, and <see cref="EmbeddedLibraryMaintenance.ReembedAsync"/> with the same model makes the vectors. Null when it never
    /// failed.
    /// </summary>
    public PaperChatException? EmbeddingFailure => _index.EmbeddingFailure;

    /// <summary>How many passages of the library have no vectors because the model failed.</summary>
    public long PassagesWithoutVectors => CatalogueMeta.ReadWithoutVectors(_catalogue.Connection);

    public Task<IReadOnlyList<UpsertResult>> UpsertAsync(IReadOnlyList<PaperEntry> entries, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entries);
        return RunAsync<IReadOnlyList<UpsertResult>>(
            async () =>
            {
                var results = new List<UpsertResult>(entries.Count);
                var now = _time.GetUtcNow();
                foreach (var entry in entries)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    results.Add(_entries.Upsert(entry, now));
                    _faults.Step("upserted");
                    await _index.PassOnAsync(cancellationToken);
                }

                _transaction.HasChanges |= _entries.HasChanges;
                return results;
            },
            cancellationToken);
    }

    public Task<IReadOnlyList<PaperId>> DeleteAsync(IReadOnlyList<PaperId> ids, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ids);
        return RunAsync<IReadOnlyList<PaperId>>(
            () =>
            {
                PaperId[] deleted = [.. ids.Select(_entries.Delete).OfType<PaperId>()];
                _transaction.HasChanges |= _entries.HasChanges;
                return Task.FromResult<IReadOnlyList<PaperId>>(deleted);
            },
            cancellationToken);
    }

    public Task RecordRunAsync(IngestionRun run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        return RunAsync(
            () =>
            {
                RunRows.Write(_catalogue.Connection, run);
                _transaction.HasChanges = true;
                return Task.FromResult(true);
            },
            cancellationToken);
    }

    public Task CommitAsync(CancellationToken cancellationToken) => RunAsync(
        async () =>
        {
            await _transaction.CommitAsync(cancellationToken);
            return true;
        },
        cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        await Task.Run(async () =>
        {
            if (!_failed)
            {
                await _transaction.FinishMergeAsync();
            }

            // Closing the connection rolls back what was not committed.
            await _index.DisposeAsync();
            _catalogue.Dispose();
            _lock.Dispose();
        });
    }

    /// <summary>Makes one segment of all, and gives unused room of the catalogue's file back.</summary>
    internal Task CompactAsync(CancellationToken cancellationToken) => RunAsync(
        async () =>
        {
            await _index.StartAnewAsync(cancellationToken);
            await _index.WriteAsync(cancellationToken);
            _index.MergeAll(cancellationToken);
            _keys.MakeAnew();
            CatalogueMeta.SetAnalyzer(_catalogue.Connection);
            CatalogueMeta.SetWithoutVectors(_catalogue.Connection, 0);
            _transaction.HasChanges = true;
            await _transaction.CommitAsync(cancellationToken);
            _catalogue.Connection.Run("VACUUM");
            return true;
        },
        cancellationToken);

    /// <summary>
    /// Makes the vectors of all papers anew by another model, or takes them out where it is null. Readers have the old ones until
    /// all are there. What was done stays on the disk when this is stopped, and the next call for the same model goes on from it.
    /// Vectors that the model has made already are left alone, and those that it left out are made.
    /// </summary>
    internal Task ReembedAsync(EmbeddingModel? model, IProgress<long>? progress, CancellationToken cancellationToken) => RunAsync(
        async () =>
        {
            await _index.FinishMergeAsync();
            if (model is not null && _index.Vectors is { } own && own.MakesSameVectors(model.Info))
            {
                await FillVectorsAsync(model, progress, cancellationToken);
                return true;
            }

            await new Reembedding(_catalogue.Connection, _folder, _index.Segments).RunAsync(model, progress, cancellationToken);
            _index.ChangeVectors(model, cancellationToken);
            CatalogueMeta.SetEmbeddingModel(_catalogue.Connection, model?.Info);
            CatalogueMeta.SetWithoutVectors(_catalogue.Connection, 0);
            _transaction.HasChanges = true;
            await _transaction.CommitAsync(cancellationToken);
            _folder.DeletePartialVectors();
            return true;
        },
        cancellationToken);

    private async Task FillVectorsAsync(EmbeddingModel model, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        if (CatalogueMeta.ReadWithoutVectors(_catalogue.Connection) > 0)
        {
            await _index.FillVectorsAsync(model, progress, CommitFilledAsync, cancellationToken);
            CatalogueMeta.SetWithoutVectors(_catalogue.Connection, 0);
        }

        _transaction.HasChanges = true;
        await _transaction.CommitAsync(cancellationToken);

        async Task CommitFilledAsync()
        {
            _transaction.HasChanges = true;
            await _transaction.CommitAsync(cancellationToken);
            _transaction.Begin();
        }
    }

    private void TakeModel(EmbeddingModel? model, bool anyModel)
    {
        var connection = _catalogue.Connection;
        var own = CatalogueMeta.ReadEmbeddingModel(connection);
        if (own is null && model is not null && connection.Scalar<long>("SELECT EXISTS (SELECT 1 FROM papers)") == 0)
        {
            _transaction.Adopted = own = model.Info;
        }

        if (own is not null && model is not null && !own.MakesSameVectors(model.Info))
        {
            if (!anyModel)
            {
                throw EmbeddingModelCheck.Other(_folder, own, model.Info);
            }

            model = null;
        }

        _index.Vectors = own;
        _index.Embedder = own is null ? null : model;
    }

    private async Task StartAsync(bool anyAnalyzer, CancellationToken cancellationToken)
    {
        var connection = _catalogue.Connection;
        if (anyAnalyzer)
        {
            return;
        }

        CatalogueMeta.RequireSameAnalyzer(connection, _folder);
        if (!await Task.Run(TryStartIndex, cancellationToken))
        {
            _transaction.Begin();
            await _index.StartAnewAsync(cancellationToken);
            await _index.WriteAsync(cancellationToken);
            _transaction.HasChanges = true;
            await _transaction.CommitAsync(cancellationToken);
        }

        _index.DeleteOldFiles();
    }

    private bool TryStartIndex()
    {
        IndexSnapshot? snapshot = null;
        try
        {
            snapshot = IndexSnapshot.Load(_catalogue.Connection, _folder, known: null);
            var stamp = _folder.StampOf(snapshot.Segments.SelectMany(s => s.FileNames));
            foreach (var segment in stamp == CatalogueMeta.ReadChecked(_catalogue.Connection) ? [] : snapshot.Segments)
            {
                segment.File.CheckAll();
                segment.Vectors?.CheckAll();
            }

            _index.Start(snapshot);
            return true;
        }
        catch (Exception e) when (e is FileNotFoundException or InvalidDataException or LibraryException)
        {
            return false;
        }
        finally
        {
            snapshot?.Release();
        }
    }

    private async Task<T> RunAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_failed)
        {
            throw new LibraryException(
                $"An earlier write to the library in {_folder.Path} failed; nothing after its last commit is kept. Open it again.");
        }

        try
        {
            return await Task.Run(
                () =>
                {
                    _transaction.Begin();
                    return work();
                },
                cancellationToken);
        }
        catch (Exception e)
        {
            _failed = true;
            switch (e)
            {
                case InvalidDataException:
                    throw LibraryFailure.IndexDamaged(_folder, "while merging", e.Message, e);
                case var _ when LibraryFailure.Is(e):
                    throw LibraryFailure.Of(_folder, e);
                default:
                    throw;
            }
        }
    }
}
