using PaperChat.Papers;

namespace PaperChat.Library;

/// <summary>
/// The one door through which a library changes. Not thread-safe. What was upserted or deleted is visible to readers, and durable, when
/// <see cref="CommitAsync"/> returns; each paper is whole at any time. A library in a folder has one writer at a time (opening a second
/// one, in any process, fails with a <see cref="LibraryException"/> that says so), its commit is seen all at once, and disposing without
/// one drops everything. A library on a server has any number of writers, and may write and show papers before the commit.
/// </summary>
public interface IPaperLibraryWriter : IAsyncDisposable
{
    /// <summary>
    /// Adds or replaces papers; one result an entry, in order. Identity: the paper's id, else one of the entry's aliases. When
    /// an entry arrives with a better id (arXiv over DOI over the source's own over the title's), the paper moves to it and the
    /// old id stays as an alias. A repeated paper within a batch is handled like a later batch.
    /// </summary>
    Task<IReadOnlyList<UpsertResult>> UpsertAsync(IReadOnlyList<PaperEntry> entries, CancellationToken cancellationToken);

    /// <summary>Removes papers by id or alias, with their aliases; returns the ids that were there.</summary>
    Task<IReadOnlyList<PaperId>> DeleteAsync(IReadOnlyList<PaperId> ids, CancellationToken cancellationToken);

    /// <summary>Remembers a run (inserted, or replaced by its id) with the next commit.</summary>
    Task RecordRunAsync(IngestionRun run, CancellationToken cancellationToken);

    Task CommitAsync(CancellationToken cancellationToken);
}
