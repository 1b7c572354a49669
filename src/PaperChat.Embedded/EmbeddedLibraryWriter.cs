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
    private readonly EntryWriter _entries;
    private EmbeddingModelInfo? _adopted;
    private bool _inTransaction;
    private bool _hasChanges;
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
        _entries = new EntryWriter(_catalogue, _index);
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

                _hasChanges |= _entries.HasChanges;
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
                _hasChanges |= _entries.HasChanges;
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
                _hasChanges = true;
                return Task.FromResult(true);
            },
            cancellationToken);
    }

    public Task CommitAsync(CancellationToken cancellationToken) => RunAsync(
        async () =>
        {
            await CommitOpenAsync(cancellationToken);
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
            await FinishMergeAsync();

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
            CatalogueMeta.SetAnalyzer(_catalogue.Connection);
            _hasChanges = true;
            await CommitOpenAsync(cancellationToken);
            _catalogue.Connection.Run("VACUUM");
            return true;
        },
        cancellationToken);

    /// <summary>
    /// Makes the vectors of all papers anew by another model, or takes them out where it is null. Readers have the old ones until
    /// all are there. What was done stays on the disk when this is stopped, and the next call for the same model goes on from it.
    /// Vectors that the model has made already are left alone: opening checked that they are whole.
    /// </summary>
    internal Task ReembedAsync(EmbeddingModel? model, IProgress<long>? progress, CancellationToken cancellationToken) => RunAsync(
        async () =>
        {
            if (model is not null && _index.Vectors is { } own && EmbeddingModelCheck.IsSame(own, model.Info))
            {
                await CommitOpenAsync(cancellationToken);
                return true;
            }

            await _index.FinishMergeAsync();
            await new Reembedding(_catalogue.Connection, _folder, _index.Segments).RunAsync(model, progress, cancellationToken);
            _index.ChangeVectors(model, cancellationToken);
            CatalogueMeta.SetEmbeddingModel(_catalogue.Connection, model?.Info);
            _hasChanges = true;
            await CommitOpenAsync(cancellationToken);
            _folder.DeletePartialVectors();
            return true;
        },
        cancellationToken);

    private void TakeModel(EmbeddingModel? model, bool anyModel)
    {
        var connection = _catalogue.Connection;
        var own = CatalogueMeta.ReadEmbeddingModel(connection);
        if (own is null && model is not null && connection.Scalar<long>("SELECT EXISTS (SELECT 1 FROM papers)") == 0)
        {
            _adopted = own = model.Info;
        }

        if (own is not null && model is not null && !EmbeddingModelCheck.IsSame(own, model.Info))
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
            Begin();
            await _index.StartAnewAsync(cancellationToken);
            await _index.WriteAsync(cancellationToken);
            _hasChanges = true;
            await CommitOpenAsync(cancellationToken);
        }

        _index.DeleteOldFiles();
    }

    // A merge that is under way would be lost. It changes nothing that anybody sees, so that a failure of it is none of the caller's.
    private async Task FinishMergeAsync()
    {
        if (_inTransaction || _failed || !_index.IsMerging)
        {
            return;
        }

        try
        {
            _catalogue.Begin();
            await _index.FinishMergeAsync();
            CatalogueMeta.SetChecked(_catalogue.Connection, _index.Stamp);
            CatalogueMeta.Set(
                _catalogue.Connection, CatalogueMeta.Generation, CatalogueMeta.Get<long>(_catalogue.Connection, CatalogueMeta.Generation) + 1);
            _catalogue.Commit();
            _index.DeleteOldFiles();
        }
        catch (Exception e) when (LibraryFailure.Is(e) || LibraryFailure.IsDamage(e))
        {
            // What was committed stays; a later writer merges again.
        }
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

    private void Begin()
    {
        if (!_inTransaction)
        {
            _catalogue.Begin();
            _inTransaction = true;
            if (_adopted is not null)
            {
                CatalogueMeta.SetEmbeddingModel(_catalogue.Connection, _adopted);
            }

        }
    }

    private async Task CommitOpenAsync(CancellationToken cancellationToken)
    {
        if (_hasChanges)
        {
            var connection = _catalogue.Connection;
            await _index.WriteAsync(cancellationToken);
            CatalogueMeta.SetChecked(connection, _index.Stamp);
            var chunks = CatalogueMeta.Get<long>(connection, CatalogueMeta.Chunks) + _catalogue.TakeChunkCount();
            CatalogueMeta.Set(connection, CatalogueMeta.Chunks, chunks);
            CatalogueMeta.Set(connection, CatalogueMeta.Generation, CatalogueMeta.Get<long>(connection, CatalogueMeta.Generation) + 1);
        }

        _faults.Step("commit");
        _catalogue.Commit();
        _inTransaction = false;
        _adopted = null;
        _faults.Step("committed");
        if (_hasChanges)
        {
            _index.DeleteOldFiles();
        }

        _hasChanges = false;
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
                    Begin();
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
