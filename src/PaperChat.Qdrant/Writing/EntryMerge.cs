using PaperChat.Library;
using PaperChat.Papers;
using PaperChat.Qdrant.Points;

namespace PaperChat.Qdrant.Writing;

/// <summary>Finds the paper that an entry is, and merges the two in the writer's window.</summary>
/// <param name="window">What is known.</param>
/// <param name="embeds">Whether chunks get vectors: papers whose vectors are missing are written again.</param>
internal sealed class EntryMerge(WriterWindow window, bool embeds)
{
    /// <summary>All ids that <see cref="Upsert"/> asks the window about.</summary>
    public static IEnumerable<PaperId> IdsOf(PaperEntry entry) => (entry.Aliases ?? []).Prepend(entry.Paper.Id);

    /// <summary>The stored papers that the entry may have to be merged with, which must be there as a whole.</summary>
    public IEnumerable<PaperState> NeededBy(PaperEntry entry)
    {
        var own = window.Own(entry.Paper.Id);
        return own is not null && IsSame(entry, own) && !HasNewAliases(entry)
            ? []
            : IdsOf(entry).Select(window.Find).OfType<PaperState>();
    }

    public UpsertResult Upsert(PaperEntry entry)
    {
        var id = entry.Paper.Id;
        if (FindMatch(entry) is not { } stored)
        {
            Put(entry, entry.Paper, entry.Chunks, stored: null, [.. NewAliases(entry, id, null)]);
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
        var (id, current) = (entry.Paper.Id, stored.Id);
        var own = stored.Content!;
        if (UpsertRules.IsSuperseded(own.Paper, entry.Paper))
        {
            return new UpsertResult(current, UpsertOutcome.Superseded);
        }

        var primary = UpsertRules.IsBetter(id, current) ? id : current;
        var (paper, chunks) = UpsertRules.Merge(primary, own.Paper, own.Chunks, entry.Paper, entry.Chunks);
        var isSame = HashOf(paper, chunks) == own.Hash && IsWhole(stored.Head!);
        if (isSame && !HasNewAliases(entry))
        {
            return new UpsertResult(primary, UpsertOutcome.Unchanged);
        }

        PaperId[] aliases = [.. own.Aliases.Where(a => a != primary).Union(NewAliases(entry, primary, stored))];
        if (primary != current)
        {
            window.Remove(stored, isMoved: true);
        }

        Put(entry, paper, chunks, stored, aliases);
        return new UpsertResult(primary, UpsertOutcome.Changed);
    }

    private void Put(PaperEntry entry, Paper paper, IReadOnlyList<Chunk> chunks, PaperState? stored, PaperId[] aliases)
    {
        var content = new PaperContent
        {
            Paper = paper,
            Chunks = chunks,
            Provenance = entry.Provenance,
            Aliases = aliases,
            Hash = HashOf(paper, chunks),
            IsEmbedded = embeds,
            Moved = MovedOf(paper.Id, stored),
        };
        window.Put(new PaperState(paper.Id)
        {
            Content = content,
            Head = PaperHead.Of(content),
            StoredChunks = window.StoredChunksOf(paper.Id),
            IsChanged = true,
        });
    }

    // Only what the server holds has to be deleted there.
    private static PaperId[] MovedOf(PaperId primary, PaperState? stored)
    {
        if (stored is null)
        {
            return [];
        }

        var moved = stored.Content?.Moved ?? [];
        return [.. (stored.Id != primary && stored.StoredChunks > 0 ? moved.Append(stored.Id) : moved).Where(m => m != primary)];
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

    private bool IsSame(PaperEntry entry, PaperState stored) => HashOf(entry.Paper, entry.Chunks) == stored.Head!.Hash && IsWhole(stored.Head);

    private bool IsWhole(PaperHead head) => !head.IsPending && (head.IsEmbedded || !embeds);

    private bool HasNewAliases(PaperEntry entry) => IdsOf(entry).Any(alias => window.Find(alias) is null);

    // Aliases of other papers stay theirs.
    private IEnumerable<PaperId> NewAliases(PaperEntry entry, PaperId primary, PaperState? stored) =>
        (stored is null ? IdsOf(entry) : IdsOf(entry).Prepend(stored.Id))
            .Where(a => a != primary && (window.Find(a) is not { } other || other.Id == stored?.Id))
            .Distinct();

    private static string HashOf(Paper paper, IReadOnlyList<Chunk> chunks) => Convert.ToHexStringLower(ContentHash.Of(paper, chunks));
}
