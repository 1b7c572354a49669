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
    /// <summary>The keys that <see cref="Upsert"/> asks the window about, once the ids are loaded.</summary>
    public IEnumerable<string> KeysSoughtBy(ArrivingPaper arriving) => FindByIds(arriving.Entry) is null ? arriving.KeysSought : [];

    /// <summary>The stored papers that the entry may have to be merged with, which must be there as a whole.</summary>
    public IEnumerable<PaperState> NeededBy(ArrivingPaper arriving)
    {
        var own = window.Own(arriving.Entry.Paper.Id);
        return own is not null && IsSame(arriving, own) && !HasNewAliases(arriving)
            ? []
            : arriving.Ids.Select(window.Find).OfType<PaperState>().Concat(window.FindByKeys(arriving.KeysSought));
    }

    public UpsertResult Upsert(ArrivingPaper arriving)
    {
        var entry = arriving.Entry;
        var id = entry.Paper.Id;
        var match = FindMatch(arriving);
        arriving.IsAdded = match is null;
        if (match is not { } stored)
        {
            var work = new StoredWork(entry.Paper, entry.Chunks, WorkMerge.RecordsOf(entry, Today()));
            Put(work, [], [.. NewAliases(arriving, id, [])], arriving);
            return new UpsertResult(id, UpsertOutcome.Added);
        }

        return IsSame(arriving, stored) && !HasNewAliases(arriving) ? new UpsertResult(id, UpsertOutcome.Unchanged) : Merge(arriving, stored);
    }

    /// <summary>
    /// Makes one paper of two that two hosts wrote at the same moment, each without knowing of the other: the same one, whoever does it.
    /// Both have to be there as a whole; nothing is done where one of them is gone, or is a part of the other already.
    /// </summary>
    public void Join(PaperId one, PaperId other)
    {
        if (window.Find(one) is not { Content: not null } first || window.Find(other) is not { Content: not null } second || first.Id == second.Id)
        {
            return;
        }

        PaperState[] replaced = [.. new[] { first, second }.OrderBy(p => UpsertRules.RankOf(p.Id)).ThenBy(p => p.Id)];
        var work = WorkMerge.Join(replaced[0].Content!.Work, replaced[1].Content!.Work);
        Replace(replaced, work, [], arriving: null);
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
            if (window.Own(moved.Id) is null)
            {
                window.Put(new PaperState(moved.Id) { StoredChunks = window.StoredChunksOf(moved.Id), IsChanged = true });
            }
        }

        window.Remove(paper, isMoved: false);
        return paper.Id;
    }

    private UpsertResult Merge(ArrivingPaper arriving, PaperState stored)
    {
        var entry = arriving.Entry;
        var before = stored.Content!.Work;
        var others = FindOthers(entry, stored);
        var after = WorkMerge.Add(others.Select(o => o.Content!.Work).Aggregate(before, WorkMerge.Join), entry, Today());

        // Missing vectors are made though the record says nothing new.
        var isWritten = !ReferenceEquals(before, after) || HasNewAliases(arriving) || !IsWhole(stored.Head!);
        if (isWritten)
        {
            PaperState[] replaced = [stored, .. others];
            Replace(replaced, after, NewAliases(arriving, after.Paper.Id, replaced), arriving);
        }

        return new UpsertResult(after.Paper.Id, WorkMerge.OutcomeOf(entry, before, after, isWritten));
    }

    private void Replace(PaperState[] replaced, StoredWork work, IEnumerable<PaperId> newAliases, ArrivingPaper? arriving)
    {
        var primary = work.Paper.Id;
        PaperId[] aliases = [.. replaced.SelectMany(r => r.Content!.Aliases.Append(r.Id)).Where(a => a != primary).Union(newAliases)];
        foreach (var paper in replaced.Where(r => r.Id != primary))
        {
            window.Remove(paper, isMoved: true);
        }

        Put(work, replaced, aliases, arriving);
    }

    private void Put(StoredWork work, PaperState[] replaced, PaperId[] aliases, ArrivingPaper? arriving)
    {
        var id = work.Paper.Id;
        var content = new PaperContent
        {
            Paper = work.Paper,
            Chunks = work.Chunks,
            Records = work.Records,
            MatchKeys = [.. replaced.SelectMany(r => r.Content!.MatchKeys).Union(arriving?.KeysKept ?? [])],
            Aliases = aliases,
            Hash = ArrivingPaper.HashOf(work.Paper, work.Chunks),
            IsEmbedded = embeds,
            Moved = MovedOf(id, replaced),
        }.Sealed();
        window.Put(new PaperState(id)
        {
            Content = content,
            Head = PaperHead.Of(content),
            StoredChunks = window.StoredChunksOf(id),
            StoredRevision = window.StoredRevisionOf(id),
            Sources = [.. replaced.SelectMany(r => r.Sources), .. arriving is null ? [] : new[] { arriving }],
            IsChanged = true,
        });
    }

    // Only what the server holds has to be deleted there.
    private static MovedPaper[] MovedOf(PaperId primary, PaperState[] replaced) =>
    [
        .. replaced
            .SelectMany(r => r.Id != primary && r.StoredRevision is { } revision ? r.Content!.Moved.Append(new MovedPaper(r.Id, revision)) : r.Content!.Moved)
            .Where(m => m.Id != primary)
            .Distinct(),
    ];

    private PaperState? FindMatch(ArrivingPaper arriving)
    {
        var entry = arriving.Entry;
        if (FindByIds(entry) is { } known)
        {
            return known;
        }

        // A title proves nothing, nor does a key: the papers are compared.
        var byTitle = (entry.Aliases ?? []).Where(UpsertRules.IsTitleKey).Select(window.Find).OfType<PaperState>();
        return byTitle.Concat(window.FindByKeys(arriving.KeysSought)).FirstOrDefault(p => WorkMatcher.IsSameWork(p.Content!.Paper, entry.Paper));
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

    private bool IsSame(ArrivingPaper arriving, PaperState stored) =>
        stored.Head!.OnlySource == RecordOrigins.SourceOf(arriving.Entry.Provenance.Format) && arriving.Hash == stored.Head.Hash && IsWhole(stored.Head);

    private bool IsWhole(PaperHead head) => !head.IsPending && (head.IsEmbedded || !embeds);

    private bool HasNewAliases(ArrivingPaper arriving) => arriving.Ids.Any(alias => window.Find(alias) is null);

    // Aliases of other papers stay theirs.
    private IEnumerable<PaperId> NewAliases(ArrivingPaper arriving, PaperId primary, PaperState[] replaced) =>
        arriving.Ids
            .Where(a => a != primary && (window.Find(a) is not { } other || Array.Exists(replaced, r => r.Id == other.Id)))
            .Distinct();
}
