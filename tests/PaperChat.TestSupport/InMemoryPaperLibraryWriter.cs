using PaperChat.Library;
using PaperChat.Matching;
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
        var id = entry.Paper.Id;
        if (FindMatch(entry) is not { } stored)
        {
            Put(entry, []);
            return new UpsertResult(id, UpsertOutcome.Added);
        }

        var current = stored.Paper.Id;
        if (UpsertRules.IsSuperseded(stored.Paper, entry.Paper))
        {
            return new UpsertResult(current, UpsertOutcome.Superseded);
        }

        var primary = UpsertRules.IsBetter(id, current) ? id : current;
        var (paper, chunks) = UpsertRules.Merge(primary, stored.Paper, stored.Chunks, entry.Paper, entry.Chunks);
        var isSame = CanonicalForm.Of(paper, chunks) == CanonicalForm.Of(stored.Paper, stored.Chunks);
        if (isSame && !NewAliases(entry, primary, current).Any())
        {
            return new UpsertResult(primary, UpsertOutcome.Unchanged);
        }

        var kept = AliasesOf(current).ToArray();
        Remove(current);
        var keys = entry.Keys is { } own && stored.Keys is { } old ? own with { Kept = [.. own.Kept.Union(old.Kept)] } : entry.Keys ?? stored.Keys;
        Put(entry with { Paper = paper, Chunks = chunks, Keys = keys }, [.. kept, current, id]);
        return new UpsertResult(primary, UpsertOutcome.Changed);
    }

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
