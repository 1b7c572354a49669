using System.Globalization;
using PaperChat.Library;
using PaperChat.Matching;
using PaperChat.Merging;
using PaperChat.Papers;
using PaperChat.Qdrant.Points;

namespace PaperChat.Qdrant.Writing;

/// <summary>Finds the paper that an entry is, and merges the two in the writer's window.</summary>
/// <param name="window">What is known.</param>
/// <param name="time">Tells when records are met.</param>
/// <param name="embeds">Whether chunks get vectors: papers whose vectors are missing are written again.</param>
internal sealed class EntryMerge(WriterWindow window, TimeProvider time, bool embeds)
{
    /// <summary>All ids that <see cref="Upsert"/> asks the window about.</summary>
    public static IEnumerable<PaperId> IdsOf(PaperEntry entry) => (entry.Aliases ?? []).Prepend(entry.Paper.Id);

    /// <summary>The keys that <see cref="Upsert"/> asks the window about, once the ids are loaded.</summary>
    public IEnumerable<string> KeysSoughtBy(PaperEntry entry) =>
        entry is { Aliases: not null, Keys: { } keys } && FindByIds(entry) is null ? Names(keys.Sought) : [];

    /// <summary>The stored papers that the entry may have to be merged with, which must be there as a whole.</summary>
    public IEnumerable<PaperState> NeededBy(PaperEntry entry)
    {
        var own = window.Own(entry.Paper.Id);
        return own is not null && IsSame(entry, own) && !HasNewAliases(entry)
            ? []
            : IdsOf(entry).Select(window.Find).OfType<PaperState>().Concat(window.FindByKeys(Names(entry.Keys?.Sought ?? [])));
    }

    public UpsertResult Upsert(PaperEntry entry)
    {
        var id = entry.Paper.Id;
        if (FindMatch(entry) is not { } stored)
        {
            var work = new StoredWork(entry.Paper, entry.Chunks, WorkMerge.RecordsOf(entry, Today()));
            Put(entry, work, [], [.. NewAliases(entry, id, [])]);
            return new UpsertResult(id, UpsertOutcome.Added);
        }

        return IsSame(entry, stored) && !HasNewAliases(entry) ? new UpsertResult(id, UpsertOutcome.Unchanged) : Merge(entry, stored);
    }

    /// <summary>The id of the paper that was deleted; null when it is not known.</summary>
    public PaperId? Delete(PaperId id)
    {
        if (window.Find(id) is not { } paper)
        {
            return null;
        }

        // The ids that the paper moved away from are deleted with it, by themselves.
        foreach (var moved in paper.Content?.Moved ?? [])
        {
            if (window.Own(moved) is null)
            {
                window.Put(new PaperState(moved) { StoredChunks = window.StoredChunksOf(moved), IsChanged = true });
            }
        }

        window.Remove(paper, isMoved: false);
        return paper.Id;
    }

    private UpsertResult Merge(PaperEntry entry, PaperState stored)
    {
        var before = stored.Content!.Work;
        var others = FindOthers(entry, stored);
        var after = WorkMerge.Add(others.Select(o => o.Content!.Work).Aggregate(before, WorkMerge.Join), entry, Today());
        var primary = after.Paper.Id;

        // Missing vectors are made though the record says nothing new.
        var isWritten = !ReferenceEquals(before, after) || HasNewAliases(entry) || !IsWhole(stored.Head!);
        var result = new UpsertResult(primary, WorkMerge.OutcomeOf(entry, before, after, isWritten));
        if (!isWritten)
        {
            return result;
        }

        PaperState[] replaced = [stored, .. others];
        PaperId[] aliases =
        [
            .. replaced.SelectMany(r => r.Content!.Aliases.Append(r.Id)).Where(a => a != primary).Union(NewAliases(entry, primary, replaced)),
        ];
        foreach (var paper in replaced.Where(r => r.Id != primary))
        {
            window.Remove(paper, isMoved: true);
        }

        Put(entry, after, replaced, aliases);
        return result;
    }

    private void Put(PaperEntry entry, StoredWork work, PaperState[] replaced, PaperId[] aliases)
    {
        var id = work.Paper.Id;
        var content = new PaperContent
        {
            Paper = work.Paper,
            Chunks = work.Chunks,
            Records = work.Records,
            MatchKeys = [.. replaced.SelectMany(r => r.Content!.MatchKeys).Union(KeysOf(entry))],
            Aliases = aliases,
            Hash = HashOf(work.Paper, work.Chunks),
            IsEmbedded = embeds,
            Moved = MovedOf(id, replaced),
        };
        window.Put(new PaperState(id)
        {
            Content = content,
            Head = PaperHead.Of(content),
            StoredChunks = window.StoredChunksOf(id),
            IsChanged = true,
        });
    }

    // Only what the server holds has to be deleted there.
    private static PaperId[] MovedOf(PaperId primary, PaperState[] replaced) =>
    [
        .. replaced
            .SelectMany(r => r.Id != primary && r.StoredChunks > 0 ? r.Content!.Moved.Append(r.Id) : r.Content!.Moved)
            .Where(m => m != primary)
            .Distinct(),
    ];

    private PaperState? FindMatch(PaperEntry entry)
    {
        if (FindByIds(entry) is { } known)
        {
            return known;
        }

        if (entry.Aliases is null)
        {
            return null;
        }

        // A title proves nothing, nor does a key: the papers are compared.
        var byTitle = entry.Aliases.Where(UpsertRules.IsTitleKey).Select(window.Find).OfType<PaperState>();
        var byKey = entry.Keys is { } keys ? window.FindByKeys(Names(keys.Sought)) : [];
        return byTitle.Concat(byKey).FirstOrDefault(p => WorkMatcher.IsSameWork(p.Content!.Paper, entry.Paper));
    }

    // By its own id, be it of a title, or by one that proves something.
    private PaperState? FindByIds(PaperEntry entry) => entry.Aliases is null
        ? window.Own(entry.Paper.Id)
        : entry.Aliases.Where(a => !UpsertRules.IsTitleKey(a)).Prepend(entry.Paper.Id).Select(window.Find).FirstOrDefault(p => p is not null);

    // Papers that turn out to be one by the ids of the entry.
    private PaperState[] FindOthers(PaperEntry entry, PaperState stored) =>
    [
        .. (entry.Aliases ?? []).Where(a => !UpsertRules.IsTitleKey(a)).Select(window.Find).OfType<PaperState>()
            .Where(other => other.Id != stored.Id && !WorkMatcher.ContradictById(stored.Content!.Paper, other.Content!.Paper)
                && !WorkMatcher.ContradictById(entry.Paper, other.Content!.Paper))
            .DistinctBy(o => o.Id),
    ];

    private DateOnly Today() => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    private bool IsSame(PaperEntry entry, PaperState stored) =>
        stored.Head!.OnlySource == RecordOrigins.SourceOf(entry.Provenance.Format) && HashOf(entry.Paper, entry.Chunks) == stored.Head.Hash
        && IsWhole(stored.Head);

    private bool IsWhole(PaperHead head) => !head.IsPending && (head.IsEmbedded || !embeds);

    private bool HasNewAliases(PaperEntry entry) => IdsOf(entry).Any(alias => window.Find(alias) is null);

    // Aliases of other papers stay theirs.
    private IEnumerable<PaperId> NewAliases(PaperEntry entry, PaperId primary, PaperState[] replaced) =>
        IdsOf(entry)
            .Where(a => a != primary && (window.Find(a) is not { } other || Array.Exists(replaced, r => r.Id == other.Id)))
            .Distinct();

    private static IEnumerable<string> KeysOf(PaperEntry entry)
    {
        if (entry is not { Aliases: not null, Keys: { } keys })
        {
            return [];
        }

        var ofRecords = (entry.Records ?? []).SelectMany(r => r.Versions).SelectMany(v => WorkKeys.Of(v.Paper).Kept);
        return Names(keys.Kept.Concat(ofRecords));
    }

    private static IEnumerable<string> Names(IEnumerable<long> keys) => keys.Select(k => k.ToString("x", CultureInfo.InvariantCulture));

    private static string HashOf(Paper paper, IReadOnlyList<Chunk> chunks) => Convert.ToHexStringLower(ContentHash.Of(paper, chunks));
}
