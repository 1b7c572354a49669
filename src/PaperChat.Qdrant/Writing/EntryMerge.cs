using PaperChat.Library;
using PaperChat.Papers;
using PaperChat.Qdrant.Points;

namespace PaperChat.Qdrant.Writing;

/// <summary>Finds the paper that an entry is, and merges the two in the writer's window.</summary>
/// <param name="window">What is known.</param>
/// <param name="embeds">Whether chunks get vectors: papers whose vectors are missing are written again.</param>
internal sealed class EntryMerge(WriterWindow window, bool embeds)
{
    /// <summary>The stored papers that the entry may have to be merged with, which must be there as a whole.</summary>
    public IEnumerable<PaperState> NeededBy(ArrivingPaper arriving)
    {
        var own = window.Own(arriving.Entry.Paper.Id);
        return own is not null && IsSame(arriving, own) && !HasNewAliases(arriving)
            ? []
            : arriving.Ids.Select(window.Find).OfType<PaperState>();
    }

    public UpsertResult Upsert(ArrivingPaper arriving)
    {
        var entry = arriving.Entry;
        var id = entry.Paper.Id;
        if (FindMatch(entry) is not { } stored)
        {
            var added = new PaperContent
            {
                Paper = entry.Paper,
                Chunks = entry.Chunks,
                Provenance = entry.Provenance,
                Aliases = [.. NewAliases(arriving, id, null)],
                Hash = arriving.Hash,
                IsEmbedded = embeds,
            };
            Put(added, [arriving]);
            return new UpsertResult(id, UpsertOutcome.Added);
        }

        return IsSame(arriving, stored) && !HasNewAliases(arriving) ? new UpsertResult(id, UpsertOutcome.Unchanged) : Merge(arriving, stored);
    }

    /// <summary>
    /// Makes one paper of two that two hosts wrote at the same moment, each without knowing of the other: under the better id, whoever
    /// does it. Both have to be there as a whole; nothing is done where one of them is gone.
    /// </summary>
    public void Join(PaperId one, PaperId other)
    {
        if (window.Own(one) is not { Content: not null } first || window.Own(other) is not { Content: not null } second || one == other)
        {
            return;
        }

        var (kept, gone) = IsBetter(first.Id, second.Id) ? (first, second) : (second, first);
        var (own, taken) = (kept.Content!, gone.Content!);
        var (paper, chunks) = UpsertRules.IsSuperseded(own.Paper, taken.Paper)
            ? (own.Paper, own.Chunks)
            : UpsertRules.Merge(kept.Id, own.Paper, own.Chunks, taken.Paper, taken.Chunks);
        window.Remove(gone, isMoved: true);
        Put(
            new PaperContent
            {
                Paper = paper,
                Chunks = chunks,
                Provenance = own.Provenance,
                Aliases = [.. own.Aliases.Append(gone.Id).Union(taken.Aliases).Where(a => a != kept.Id)],
                Hash = ArrivingPaper.HashOf(paper, chunks),
                IsEmbedded = embeds,
                Moved = [.. MovedOf(kept.Id, kept).Union(MovedOf(kept.Id, gone))],
            },
            [.. kept.Sources, .. gone.Sources]);
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

    private static bool IsBetter(PaperId one, PaperId other) => UpsertRules.IsBetter(one, other) || (!UpsertRules.IsBetter(other, one) && one.CompareTo(other) < 0);

    private UpsertResult Merge(ArrivingPaper arriving, PaperState stored)
    {
        var entry = arriving.Entry;
        var (id, current) = (entry.Paper.Id, stored.Id);
        var own = stored.Content!;
        if (UpsertRules.IsSuperseded(own.Paper, entry.Paper))
        {
            return new UpsertResult(current, UpsertOutcome.Superseded);
        }

        var primary = UpsertRules.IsBetter(id, current) ? id : current;
        var (paper, chunks) = UpsertRules.Merge(primary, own.Paper, own.Chunks, entry.Paper, entry.Chunks);
        var hash = ArrivingPaper.HashOf(paper, chunks);
        var isSame = hash == own.Hash && IsWhole(stored.Head!);
        if (isSame && !HasNewAliases(arriving))
        {
            return new UpsertResult(primary, UpsertOutcome.Unchanged);
        }

        PaperId[] aliases = [.. own.Aliases.Where(a => a != primary).Union(NewAliases(arriving, primary, stored))];
        if (primary != current)
        {
            window.Remove(stored, isMoved: true);
        }

        var merged = new PaperContent
        {
            Paper = paper,
            Chunks = chunks,
            Provenance = entry.Provenance,
            Aliases = aliases,
            Hash = hash,
            IsEmbedded = embeds,
            Moved = MovedOf(primary, stored),
        };
        Put(merged, [.. stored.Sources, arriving]);
        return new UpsertResult(primary, UpsertOutcome.Changed);
    }

    private void Put(PaperContent content, IReadOnlyList<ArrivingPaper> sources)
    {
        var made = content.Sealed();
        var id = made.Paper.Id;
        window.Put(new PaperState(id)
        {
            Content = made,
            Head = PaperHead.Of(made),
            StoredChunks = window.StoredChunksOf(id),
            StoredRevision = window.StoredRevisionOf(id),
            Sources = sources,
            IsChanged = true,
        });
    }

    // Only what the server holds has to be deleted there.
    private static MovedPaper[] MovedOf(PaperId primary, PaperState stored)
    {
        var moved = stored.Content?.Moved ?? [];
        return [.. (stored.Id != primary && stored.StoredRevision is { } revision ? moved.Append(new MovedPaper(stored.Id, revision)) : moved).Where(m => m.Id != primary)];
    }

    private PaperState? FindMatch(PaperEntry entry)
    {
        var id = entry.Paper.Id;
        if (window.Own(id) is { } own || entry.Aliases is null)
        {
            return window.Own(id);
        }

        return entry.Aliases.Prepend(id)
            .Select(alias => (Alias: alias, Stored: window.Find(alias)))
            .FirstOrDefault(m => m.Stored is not null && UpsertRules.MayMerge(id, m.Alias, m.Stored.Id))
            .Stored;
    }

    private bool IsSame(ArrivingPaper arriving, PaperState stored) => arriving.Hash == stored.Head!.Hash && IsWhole(stored.Head);

    private bool IsWhole(PaperHead head) => !head.IsPending && (head.IsEmbedded || !embeds);

    private bool HasNewAliases(ArrivingPaper arriving) => arriving.Ids.Any(alias => window.Find(alias) is null);

    // Aliases of other papers stay theirs.
    private IEnumerable<PaperId> NewAliases(ArrivingPaper arriving, PaperId primary, PaperState? stored) =>
        (stored is null ? arriving.Ids : arriving.Ids.Prepend(stored.Id))
            .Where(a => a != primary && (window.Find(a) is not { } other || other.Id == stored?.Id))
            .Distinct();
}
