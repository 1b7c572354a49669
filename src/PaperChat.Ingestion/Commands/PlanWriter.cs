using PaperChat.Library;
using PaperChat.Papers;
using PaperChat.Text;

namespace PaperChat.Ingestion.Commands;

/// <summary>
/// A writer that never commits, so that all it took is dropped when the writer behind it is disposed by its owner. It tells the
/// duplicates: a record of a paper that came earlier in the input is one of them (<see cref="UpsertOutcome.Merged"/>), whatever it changes.
/// </summary>
internal sealed class PlanWriter(IPaperLibraryWriter inner, Action<PlannedDuplicate> duplicate) : IPaperLibraryWriter
{
    private readonly HashSet<PaperId> _met = [];

    /// <summary>Texts that would be embedded, at most: what is new, and what is another text by now.</summary>
    public long Texts { get; private set; }

    /// <summary>The tokens of these texts, as <see cref="TokenEstimate"/> counts them.</summary>
    public long Tokens { get; private set; }

    public async Task<IReadOnlyList<UpsertResult>> UpsertAsync(IReadOnlyList<PaperEntry> entries, CancellationToken cancellationToken)
    {
        var results = await inner.UpsertAsync(entries, cancellationToken);
        return [.. results.Zip(entries, Take)];
    }

    public Task<IReadOnlyList<PaperId>> DeleteAsync(IReadOnlyList<PaperId> ids, CancellationToken cancellationToken) =>
        inner.DeleteAsync(ids, cancellationToken);

    public Task RecordRunAsync(IngestionRun run, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task CommitAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private UpsertResult Take(UpsertResult result, PaperEntry entry)
    {
        var isRepeated = !_met.Add(result.Id) && result.Outcome is UpsertOutcome.Changed or UpsertOutcome.Unchanged;
        if (result.Outcome is UpsertOutcome.Added or UpsertOutcome.Changed or UpsertOutcome.Merged)
        {
            CountTexts(entry);
        }

        if (!isRepeated && result.Outcome != UpsertOutcome.Merged)
        {
            return result;
        }

        duplicate(new PlannedDuplicate(entry.Paper.Id, result.Id, entry.Paper.Title, entry.Provenance));
        return result with { Outcome = UpsertOutcome.Merged };
    }

    private void CountTexts(PaperEntry entry)
    {
        foreach (var chunk in entry.Chunks)
        {
            Texts++;
            Tokens += TokenEstimate.Of(EmbeddingModel.TextOf(entry.Paper, chunk));
        }
    }
}
