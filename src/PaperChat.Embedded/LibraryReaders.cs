using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using PaperChat.Embedded.Catalogue;
using PaperChat.Embedded.Index;
using PaperChat.Library;

namespace PaperChat.Embedded;

/// <summary>
/// The connections of one reader, and the snapshot of the index that its calls share. Each call runs in one transaction of the
/// catalogue, with the index of the same generation.
/// </summary>
internal sealed class LibraryReaders(LibraryFolder folder) : IAsyncDisposable
{
    // A call is repeated when a writer was faster: it deleted files of the state that the call had begun with.
    private const int Attempts = 20;

    private readonly ConcurrentBag<CatalogueReader> _idle = [];
    private readonly Lock _lock = new();
    private IndexSnapshot? _snapshot;
    private volatile bool _disposed;

    public LibraryFolder Folder => folder;

    /// <summary>
    /// Runs a call on the caller's thread. What it reads is mapped or in the page cache as a rule, and takes less time than a change of
    /// threads is worth; that all of a search runs on one thread also spares a process much compiling when it starts.
    /// </summary>
    public Task<T> ReadAsync<T>(Func<SqliteConnection, IndexSnapshot, T> work, CancellationToken cancellationToken)
    {
        try
        {
            return Task.FromResult(Read((reader, index) => (Run(work, reader, index), Keep: false), cancellationToken));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(cancellationToken);
        }
        catch (Exception e)
        {
            return Task.FromException<T>(e);
        }
    }

    /// <summary>Begins a list; its transaction stays open until it is disposed.</summary>
    public Task<PaperPages> ListAsync(SearchFilters filters, CancellationToken cancellationToken) => Task.Run(
        () => Read((reader, index) => (new PaperPages(this, reader, index, filters), Keep: true), cancellationToken), cancellationToken);

    /// <summary>Takes back a connection whose transaction has ended.</summary>
    public void Return(CatalogueReader reader)
    {
        if (_disposed || reader.IsStale)
        {
            reader.Dispose();
        }
        else
        {
            _idle.Add(reader);
        }
    }

    public ValueTask DisposeAsync()
    {
        _disposed = true;
        while (_idle.TryTake(out var reader))
        {
            reader.Dispose();
        }

        lock (_lock)
        {
            _snapshot?.Release();
            _snapshot = null;
        }

        return ValueTask.CompletedTask;
    }

    /// <param name="work">Owns a use of the snapshot; keeps the reader and its transaction too when it says so.</param>
    /// <param name="cancellationToken">Ends the call between two attempts.</param>
    private T Read<T>(Func<CatalogueReader, IndexSnapshot, (T Result, bool Keep)> work, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        long? failedAt = null;
        for (var attempt = 1; ; attempt++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            CatalogueReader? reader = null;
            long? generation = null;
            try
            {
                reader = Rent();
                generation = reader.Begin();
                var (result, keep) = work(reader, Acquire(reader, generation.Value));
                if (keep)
                {
                    return result;
                }

                reader.End();
                if (!reader.IsStale || attempt == Attempts)
                {
                    Return(reader);
                    return result;
                }

                reader.Dispose();
            }
            catch (Exception e) when (LibraryFailure.Is(e) || LibraryFailure.IsDamage(e))
            {
                var mayPass = attempt < Attempts && (reader?.IsStale == true || (e is FileNotFoundException && failedAt != generation));
                failedAt = generation;
                reader?.Dispose();
                if (!mayPass)
                {
                    throw Explain(e);
                }
            }
            catch (LibraryException) when (attempt < Attempts && reader?.IsStale == true)
            {
                reader.Dispose();
            }
            catch
            {
                reader?.Dispose();
                throw;
            }
        }
    }

    private static T Run<T>(Func<SqliteConnection, IndexSnapshot, T> work, CatalogueReader reader, IndexSnapshot index)
    {
        try
        {
            return work(reader.Connection, index);
        }
        finally
        {
            index.Release();
        }
    }

    private LibraryException Explain(Exception e)
    {
        if (!folder.HoldsLibrary)
        {
            return new LibraryException($"The library in {folder.Path} is gone. Make one with: paperchat-ingest PATH --library \"{folder.Path}\"", e);
        }

        return e switch
        {
            FileNotFoundException missing => LibraryFailure.IndexDamaged(folder, Path.GetFileName(missing.FileName) ?? "a file", "it is missing", e),
            _ when LibraryFailure.IsDamage(e) => LibraryFailure.IndexDamaged(folder, "a segment", e.Message, e),
            _ => LibraryFailure.Of(folder, e),
        };
    }

    private CatalogueReader Rent()
    {
        while (_idle.TryTake(out var reader))
        {
            if (!reader.IsStale)
            {
                return reader;
            }

            reader.Dispose();
        }

        return new CatalogueReader(folder);
    }

    // The caller owns one use of the result.
    private IndexSnapshot Acquire(CatalogueReader reader, long generation)
    {
        lock (_lock)
        {
            if (_snapshot is { } current && current.Generation == generation && current.TryAcquire())
            {
                return current;
            }

            var loaded = IndexSnapshot.Load(reader.Connection, folder, _snapshot);

            // A call that began earlier may load an older state; the newest is the one to keep.
            if (_disposed || _snapshot?.Generation > loaded.Generation)
            {
                return loaded;
            }

            _snapshot?.Release();
            _snapshot = loaded;
            loaded.TryAcquire();
            return loaded;
        }
    }
}
