using PaperChat.Library;
using PaperChat.Papers;

namespace PaperChat.Core.Tests.Ingestion;

/// <summary>A writer that remembers what it was given; papers count as changed by their abstract.</summary>
internal sealed class RecordingWriter : IPaperLibraryWriter
{
    private readonly Dictionary<PaperId, string> _written = [];

    public List<PaperEntry> Entries { get; } = [];

    public List<int> BatchSizes { get; } = [];

    public List<IngestionRun> Runs { get; } = [];

    /// <summary>The number of entries written before each commit.</summary>
    public List<int> Commits { get; } = [];

    public Task<IReadOnlyList<UpsertResult>> UpsertAsync(IReadOnlyList<PaperEntry> entries, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        BatchSizes.Add(entries.Count);
        Entries.AddRange(entries);
        return Task.FromResult<IReadOnlyList<UpsertResult>>([.. entries.Select(Upsert)]);
    }

    public Task<IReadOnlyList<PaperId>> DeleteAsync(IReadOnlyList<PaperId> ids, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task RecordRunAsync(IngestionRun run, CancellationToken cancellationToken)
    {
        Runs.Add(run);
        return Task.CompletedTask;
    }

    public Task CommitAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Commits.Add(Entries.Count);
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private UpsertResult Upsert(PaperEntry entry)
    {
        var outcome = !_written.TryGetValue(entry.Paper.Id, out var old) ? UpsertOutcome.Added
            : old == entry.Paper.Abstract ? UpsertOutcome.Unchanged : UpsertOutcome.Changed;
        _written[entry.Paper.Id] = entry.Paper.Abstract;
        return new UpsertResult(entry.Paper.Id, outcome);
    }
}
