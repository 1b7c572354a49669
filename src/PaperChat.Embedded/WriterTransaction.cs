using PaperChat.Embedded.Catalogue;
using PaperChat.Embedded.Index;
using PaperChat.Library;

namespace PaperChat.Embedded;

/// <summary>
/// The transaction of a writer: of the catalogue, and of the index that it names. At most one is open. The files of the index that a
/// commit names are on the disk before it, and those that it names no more go after it, so that the catalogue is whole with its index
/// at every instant. Not thread-safe; after a call that failed, what is open can only be rolled back, by closing the connection.
/// </summary>
internal sealed class WriterTransaction(CatalogueWriter catalogue, IndexWriter index, MatchKeyRows keys, WriterFaults faults)
{
    private bool _isOpen;

    /// <summary>The model that a library without papers takes over, with the next commit.</summary>
    public EmbeddingModelInfo? Adopted { get; set; }

    /// <summary>Whether anything was written in the transaction; a commit of nothing leaves the generation as it is.</summary>
    public bool HasChanges { get; set; }

    /// <summary>Opens the transaction where none is open.</summary>
    public void Begin()
    {
        if (_isOpen)
        {
            return;
        }

        catalogue.Begin();
        _isOpen = true;
        if (Adopted is not null)
        {
            CatalogueMeta.SetEmbeddingModel(catalogue.Connection, Adopted);
        }
    }

    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        if (HasChanges)
        {
            await index.WriteAsync(cancellationToken);
            var connection = catalogue.Connection;
            var chunks = CatalogueMeta.Get<long>(connection, CatalogueMeta.Chunks) + catalogue.TakeChunkCount();
            CatalogueMeta.Set(connection, CatalogueMeta.Chunks, chunks);
            keys.Write();
            NameIndex();
        }

        faults.Step("commit");
        catalogue.Commit();
        (_isOpen, Adopted) = (false, null);
        faults.Step("committed");
        if (HasChanges)
        {
            index.DeleteOldFiles();
        }

        HasChanges = false;
    }

    /// <summary>
    /// Before the writer ends: takes over the merge that is under way, which would be lost. It changes nothing that anybody sees, so
    /// that a failure of it is none of the caller's.
    /// </summary>
    public async Task FinishMergeAsync()
    {
        if (_isOpen || !index.IsMerging)
        {
            return;
        }

        try
        {
            catalogue.Begin();
            await index.FinishMergeAsync();
            NameIndex();
            catalogue.Commit();
            index.DeleteOldFiles();
        }
        catch (Exception e) when (LibraryFailure.Is(e) || LibraryFailure.IsDamage(e))
        {
            // What was committed stays; a later writer merges again.
        }
    }

    private void NameIndex()
    {
        var connection = catalogue.Connection;
        CatalogueMeta.SetChecked(connection, index.Stamp);
        CatalogueMeta.Set(connection, CatalogueMeta.Generation, CatalogueMeta.Get<long>(connection, CatalogueMeta.Generation) + 1);
    }
}
