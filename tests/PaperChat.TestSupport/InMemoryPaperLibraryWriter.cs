using PaperChat.Library;
using PaperChat.Matching;
using PaperChat.Merging;
using PaperChat.Papers;

namespace PaperChat.TestSupport;

internal sealed class InMemoryPaperLibraryWriter(InMemoryPaperLibrary library) : IPaperLibraryWriter
{
    private InMemoryLibraryState _pending = library.State;
    private bool _disposed;

    public Task<IReadOnlyList<UpsertResult>> UpsertAsync(IReadOnlyList<PaperEntry> entries, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<UpsertResult>>([.. entries.Select(Upsert)]);

    public Task<IReadOnlyList<PaperId>> DeleteAsync(IReadOnlyList<PaperId> ids, CancellationToken cancellationToken)
    {
        var deleted = new List<PaperId>();
        foreach (var id in ids)
        {
            if (_pending.Find(id) is { } entry)
            {
                Remove(entry.Paper.Id);
                _pending = _pending with { Aliases = _pending.Aliases.RemoveRange(AliasesOf(entry.Paper.Id)) };
                deleted.Add(entry.Paper.Id);
            }
        }

        return Task.FromResult<IReadOnlyList<PaperId>>(deleted);
    }

    public Task RecordRunAsync(IngestionRun run, CancellationToken cancellationToken)
    {
        _pending = _pending with { Runs = _pending.Runs.SetItem(run.Id, run) };
        return Task.CompletedTask;
    }

    public Task CommitAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_pending != library.State)
        {
            library.State = _pending = _pending with { Generation = library.State.Generation + 1 };
        }

        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        if (!_disposed)
        {
            _disposed = true;
            library.CloseWriter();
        }

        return ValueTask.CompletedTask;
    }

    private UpsertResult Upsert(PaperEntry entry)
    {
        var today = DateOnly.FromDateTime(library.Time.GetUtcNow().UtcDateTime);
        if (FindMatch(entry) is not { } stored)
        {
            Put(entry with { Records = WorkMerge.RecordsOf(entry, today) }, []);
            return new UpsertResult(entry.Paper.Id, UpsertOutcome.Added);
        }

        var before = WorkOf(stored);
        var others = FindOthers(entry, stored);
        var after = WorkMerge.Add(others.Select(WorkOf).Aggregate(before, WorkMerge.Join), entry, today);
        var (current, primary) = (stored.Paper.Id, after.Paper.Id);
        var isWritten = !ReferenceEquals(before, after) || NewAliases(entry, primary, current).Any();
        var result = new UpsertResult(primary, WorkMerge.OutcomeOf(entry, before, after, isWritten));
        if (!isWritten)
        {
            return result;
        }

        PaperEntry[] replaced = [stored, .. others];
        PaperId[] kept = [.. replaced.SelectMany(r => AliasesOf(r.Paper.Id).Append(r.Paper.Id)), entry.Paper.Id];
        foreach (var one in replaced)
        {
            Remove(one.Paper.Id);
            _pending = _pending with { Aliases = _pending.Aliases.RemoveRange(AliasesOf(one.Paper.Id)) };
        }

        var keys = replaced.Append(entry).Select(e => e.Keys).OfType<WorkKeys>().SelectMany(k => k.Kept).Distinct();
        Put(entry with { Paper = after.Paper, Chunks = after.Chunks, Records = after.Records, Keys = new WorkKeys([.. keys], []) }, kept);
        return result;
    }

    private static StoredWork WorkOf(PaperEntry stored) => new(stored.Paper, stored.Chunks, stored.Records!);

    private PaperEntry[] FindOthers(PaperEntry entry, PaperEntry stored) =>
    [
        .. (entry.Aliases ?? []).Where(a => !UpsertRules.IsTitleKey(a)).Select(_pending.Find).OfType<PaperEntry>()
            .Where(other => other != stored && !WorkMatcher.ContradictById(stored.Paper, other.Paper) && !WorkMatcher.ContradictById(entry.Paper, other.Paper))
            .Distinct(),
    ];

    private PaperEntry? FindMatch(PaperEntry entry)
    {
        var id = entry.Paper.Id;
        if (_pending.Entries.GetValueOrDefault(id) is { } own)
        {
            return own;
        }

        return entry.Aliases is null ? null : FindById(entry) ?? FindSameWork(entry);
    }

    private PaperEntry? FindById(PaperEntry entry) =>
        _pending.Find(entry.Paper.Id) ?? entry.Aliases!.Where(a => !UpsertRules.IsTitleKey(a)).Select(_pending.Find).FirstOrDefault(e => e is not null);

    private PaperEntry? FindSameWork(PaperEntry entry)
    {
        var byTitle = entry.Aliases!.Where(UpsertRules.IsTitleKey).Select(_pending.Find).OfType<PaperEntry>();
        var byKey = _pending.Entries.Values.Where(e => e is { Aliases: not null, Keys: { } kept } && entry.Keys is { } sought && kept.Kept.Intersect(sought.Sought).Any());
        return byTitle.Concat(byKey).FirstOrDefault(e => WorkMatcher.IsSameWork(e.Paper, entry.Paper));
    }

    private void Put(PaperEntry entry, IReadOnlyList<PaperId> also)
    {
        var id = entry.Paper.Id;
        var aliases = _pending.Aliases;
        foreach (var alias in also.Concat(entry.Aliases ?? []).Where(a => a != id && _pending.Find(a) is null))
        {
            aliases = aliases.SetItem(alias, id);
        }

        // An id of a paper is never an alias at the same time, unless the paper came in without merging.
        aliases = entry.Aliases is null ? aliases : aliases.Remove(id);
        _pending = _pending with { Entries = _pending.Entries.SetItem(id, entry), Aliases = aliases };
    }

    private IEnumerable<PaperId> NewAliases(PaperEntry entry, PaperId primary, PaperId current) =>
        (entry.Aliases ?? []).Append(entry.Paper.Id).Where(a => a != primary && a != current && _pending.Find(a) is null);

    private IEnumerable<PaperId> AliasesOf(PaperId id) => _pending.Aliases.Where(a => a.Value == id).Select(a => a.Key);

    private void Remove(PaperId id) => _pending = _pending with { Entries = _pending.Entries.Remove(id) };
}
