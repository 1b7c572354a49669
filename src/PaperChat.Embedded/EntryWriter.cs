using PaperChat.Embedded.Catalogue;
using PaperChat.Embedded.Index;
using PaperChat.Library;
using PaperChat.Matching;
using PaperChat.Papers;

namespace PaperChat.Embedded;

/// <summary>Finds the paper that an entry is, merges the two, and tells the index what changed.</summary>
internal sealed class EntryWriter(CatalogueWriter catalogue, IndexWriter index, MatchKeyRows keys)
{
    private readonly SortedSet<long> _candidates = [];

    /// <summary>Whether anything was written since this object was made.</summary>
    public bool HasChanges { get; private set; }

    public UpsertResult Upsert(PaperEntry entry, DateTimeOffset now)
    {
        var id = entry.Paper.Id;
        if (FindMatch(entry, out var anyKnown) is not { } key)
        {
            key = catalogue.Insert(entry.Paper, entry.Chunks);
            if (anyKnown)
            {
                AddAliases(entry, key);
            }
            else
            {
                AddNewAliases(entry, key);
            }

            KeepKeys(entry, key);
            catalogue.WriteProvenance(key, entry.Provenance, now);
            index.Add(new StoredPaper(key, entry.Paper, entry.Chunks));
            HasChanges = true;
            return new UpsertResult(id, UpsertOutcome.Added);
        }

        // The same entry again, by far the most frequent case of a repeated ingestion, is known by its hash.
        var isSame = ContentHash.Of(entry.Paper, entry.Chunks).AsSpan().SequenceEqual(catalogue.HashOf(key));
        return isSame && !HasNewAliases(entry)
            ? new UpsertResult(id, UpsertOutcome.Unchanged)
            : Merge(entry, catalogue.Read(key), now);
    }

    /// <summary>The id of the paper that was deleted; null when it is not known.</summary>
    public PaperId? Delete(PaperId id)
    {
        if (catalogue.KeyOfIdOrAlias(id) is not { } key)
        {
            return null;
        }

        var stored = catalogue.Read(key);
        index.Remove(stored);
        catalogue.Delete(key);
        HasChanges = true;
        return stored.Paper.Id;
    }

    private UpsertResult Merge(PaperEntry entry, StoredPaper stored, DateTimeOffset now)
    {
        var (id, current) = (entry.Paper.Id, stored.Paper.Id);
        if (UpsertRules.IsSuperseded(stored.Paper, entry.Paper))
        {
            return new UpsertResult(current, UpsertOutcome.Superseded);
        }

        var primary = UpsertRules.IsBetter(id, current) ? id : current;
        var (paper, chunks) = UpsertRules.Merge(primary, stored.Paper, stored.Chunks, entry.Paper, entry.Chunks);
        var isSame = ContentHash.Of(paper, chunks).AsSpan().SequenceEqual(catalogue.HashOf(stored.Key));
        if (isSame && !HasNewAliases(entry))
        {
            return new UpsertResult(primary, UpsertOutcome.Unchanged);
        }

        if (!isSame)
        {
            index.Remove(stored);
            catalogue.DropAlias(primary, stored.Key);
            catalogue.Update(stored.Key, paper, chunks);
            index.Add(new StoredPaper(stored.Key, paper, chunks));
        }

        foreach (var alias in (PaperId[])[current, id])
        {
            catalogue.AddAlias(alias, stored.Key);
        }

        AddAliases(entry, stored.Key);
        KeepKeys(entry, stored.Key);
        catalogue.WriteProvenance(stored.Key, entry.Provenance, now);
        HasChanges = true;
        return new UpsertResult(primary, UpsertOutcome.Changed);
    }

    // anyKnown says whether one of the ids leads to some paper, be it another one.
    private long? FindMatch(PaperEntry entry, out bool anyKnown)
    {
        var id = entry.Paper.Id;
        var own = catalogue.KeyOfId(id);
        anyKnown = own is not null;
        if (own is not null || entry.Aliases is null)
        {
            return own;
        }

        if (catalogue.KeyOfAlias(id) is { } byAlias)
        {
            anyKnown = true;
            return byAlias;
        }

        long? byTitle = null;
        foreach (var alias in entry.Aliases)
        {
            if (alias == id || catalogue.KeyOfIdOrAlias(alias) is not { } known)
            {
                continue;
            }

            anyKnown = true;
            if (!UpsertRules.IsTitleKey(alias))
            {
                return known;
            }

            byTitle = known;
        }

        return FindSameWork(entry, byTitle);
    }

    // A title proves nothing, nor does a key: the papers are compared. The oldest that is the same work is taken.
    private long? FindSameWork(PaperEntry entry, long? byTitle)
    {
        _candidates.Clear();
        if (byTitle is { } title)
        {
            _candidates.Add(title);
        }

        if (entry.Keys is { } sought)
        {
            keys.Find(sought.Sought, _candidates);
        }

        return _candidates.Count == 0 ? null
            : _candidates.Where(c => catalogue.Holds(c) && WorkMatcher.IsSameWork(catalogue.Read(c).Paper, entry.Paper)).Cast<long?>().FirstOrDefault();
    }

    private void KeepKeys(PaperEntry entry, long key)
    {
        if (entry is { Aliases: not null, Keys: { } kept })
        {
            keys.Add(kept.Kept, key);
        }
    }

    private bool HasNewAliases(PaperEntry entry) =>
        (entry.Aliases ?? []).Append(entry.Paper.Id).Any(alias => catalogue.KeyOfIdOrAlias(alias) is null);

    private void AddAliases(PaperEntry entry, long key)
    {
        foreach (var alias in entry.Aliases ?? [])
        {
            catalogue.AddAlias(alias, key);
        }
    }

    private void AddNewAliases(PaperEntry entry, long key)
    {
        var aliases = entry.Aliases ?? [];
        for (var i = 0; i < aliases.Count; i++)
        {
            if (aliases[i] != entry.Paper.Id && !aliases.Take(i).Contains(aliases[i]))
            {
                catalogue.AddNewAlias(aliases[i], key);
            }
        }
    }
}
