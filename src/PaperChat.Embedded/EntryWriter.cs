using PaperChat.Embedded.Catalogue;
using PaperChat.Embedded.Index;
using PaperChat.Library;
using PaperChat.Matching;
using PaperChat.Merging;
using PaperChat.Papers;

namespace PaperChat.Embedded;

/// <summary>Adds an entry, or makes one paper of it and the one that is there, and tells the index what changed.</summary>
internal sealed class EntryWriter(CatalogueWriter catalogue, IndexWriter index, MatchKeyRows keys)
{
    private readonly WorkFinder _finder = new(catalogue, keys);

    /// <summary>Whether anything was written since this object was made.</summary>
    public bool HasChanges { get; private set; }

    public UpsertResult Upsert(PaperEntry entry, DateTimeOffset now)
    {
        if (_finder.Find(entry, out var anyKnown) is not { } key)
        {
            return Add(entry, anyKnown, now);
        }

        // The same entry again, by far the most frequent case of a repeated ingestion, is known by its hash.
        var isSame = ContentHash.Of(entry.Paper, entry.Chunks).AsSpan().SequenceEqual(catalogue.HashOf(key))
            && catalogue.OnlySourceOf(key) == RecordOrigins.SourceOf(entry.Provenance.Format);
        return isSame && !HasNewAliases(entry)
            ? new UpsertResult(entry.Paper.Id, UpsertOutcome.Unchanged)
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

    private UpsertResult Add(PaperEntry entry, bool anyKnown, DateTimeOffset now)
    {
        var key = catalogue.Insert(entry.Paper, entry.Chunks);
        if (anyKnown)
        {
            AddAliases(entry, key);
        }
        else
        {
            AddNewAliases(entry, key);
        }

        KeepKeys(entry, key);
        if (entry.Records is { Count: > 0 } records)
        {
            catalogue.WriteRecords(key, new StoredWork(entry.Paper, entry.Chunks, records));
            keys.Add(entry.Aliases is null ? [] : records, key);
        }
        else
        {
            catalogue.WriteProvenance(key, entry.Provenance, now);
        }

        index.Add(new StoredPaper(key, entry.Paper, entry.Chunks));
        HasChanges = true;
        return new UpsertResult(entry.Paper.Id, UpsertOutcome.Added);
    }

    private UpsertResult Merge(PaperEntry entry, StoredPaper stored, DateTimeOffset now)
    {
        var before = catalogue.WorkOf(stored);
        var others = _finder.FindOthers(entry, stored);
        var after = WorkMerge.Add(others.Select(catalogue.WorkOf).Aggregate(before, WorkMerge.Join), entry, DateOnly.FromDateTime(now.UtcDateTime));
        var isWritten = !ReferenceEquals(before, after) || HasNewAliases(entry);
        var result = new UpsertResult(after.Paper.Id, WorkMerge.OutcomeOf(entry, before, after, isWritten));
        if (!isWritten)
        {
            return result;
        }

        foreach (var other in others)
        {
            index.Remove(other);
            catalogue.MoveAliases(other, stored.Key);
            catalogue.Delete(other.Key);
        }

        Replace(stored, after);
        foreach (var alias in others.Select(o => o.Paper.Id).Append(stored.Paper.Id).Append(entry.Paper.Id))
        {
            catalogue.AddAlias(alias, stored.Key);
        }

        AddAliases(entry, stored.Key);
        KeepKeys(entry, stored.Key);
        foreach (var other in others)
        {
            keys.Add(WorkKeys.Of(other.Paper).Kept, stored.Key);
        }

        catalogue.WriteRecords(stored.Key, after);
        HasChanges = true;
        return result;
    }

    private void Replace(StoredPaper stored, StoredWork work)
    {
        if (ContentHash.Of(work.Paper, work.Chunks).AsSpan().SequenceEqual(catalogue.HashOf(stored.Key)))
        {
            return;
        }

        index.Remove(stored);
        catalogue.DropAlias(work.Paper.Id, stored.Key);
        catalogue.Update(stored.Key, work.Paper, work.Chunks);
        index.Add(new StoredPaper(stored.Key, work.Paper, work.Chunks));
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
