using PaperChat.Library;
using PaperChat.Papers;

namespace PaperChat.Ingestion.Tests.Watch;

/// <summary>A writer whose process may be killed before and after each write and each commit.</summary>
internal sealed class MortalWriter(IPaperLibraryWriter inner, Action<string> step) : IPaperLibraryWriter
{
    public async Task<IReadOnlyList<UpsertResult>> UpsertAsync(IReadOnlyList<PaperEntry> entries, CancellationToken cancellationToken)
    {
        step("before upsert");
        var results = await inner.UpsertAsync(entries, cancellationToken);
        step("after upsert");
        return results;
    }

    public Task<IReadOnlyList<PaperId>> DeleteAsync(IReadOnlyList<PaperId> ids, CancellationToken cancellationToken) => inner.DeleteAsync(ids, cancellationToken);

    public Task RecordRunAsync(IngestionRun run, CancellationToken cancellationToken) => inner.RecordRunAsync(run, cancellationToken);

    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        step("before library commit");
        await inner.CommitAsync(cancellationToken);
        step("after library commit");
    }

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
