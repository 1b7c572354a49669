using PaperChat.Library;
using PaperChat.Papers;

namespace PaperChat.Ingestion.Commands;

/// <summary>A writer that never commits, so that all it took is dropped when the writer behind it is disposed by its owner.</summary>
internal sealed class UncommittedWriter(IPaperLibraryWriter inner) : IPaperLibraryWriter
{
    public Task<IReadOnlyList<UpsertResult>> UpsertAsync(IReadOnlyList<PaperEntry> entries, CancellationToken cancellationToken) =>
        inner.UpsertAsync(entries, cancellationToken);

    public Task<IReadOnlyList<PaperId>> DeleteAsync(IReadOnlyList<PaperId> ids, CancellationToken cancellationToken) =>
        inner.DeleteAsync(ids, cancellationToken);

    public Task RecordRunAsync(IngestionRun run, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task CommitAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
