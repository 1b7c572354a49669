using PaperChat.Ingestion;
using PaperChat.Library;
using PaperChat.Papers;

namespace PaperChat.Merging;

/// <summary>What becomes of a stored work when a record arrives, so that every library merges alike.</summary>
public static class WorkMerge
{
    /// <summary>
    /// The records of an entry: its own one, or those that came along with it from another library. <paramref name="today"/> is the day
    /// of reading (UTC).
    /// </summary>
    public static IReadOnlyList<WorkRecord> RecordsOf(PaperEntry entry, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.Records is { Count: > 0 } records ? records : [RecordOf(entry.Paper, entry.Aliases, entry.Provenance, today)];
    }

    /// <summary>The only record of a paper that a library keeps without records.</summary>
    public static WorkRecord RecordOf(Paper paper, IEnumerable<PaperId>? aliases, Provenance provenance, DateOnly seen)
    {
        ArgumentNullException.ThrowIfNull(paper);
        ArgumentNullException.ThrowIfNull(provenance);
        return new WorkRecord
        {
            Source = RecordOrigins.SourceOf(provenance.Format),
            Id = paper.Id,
            Ids = Ids((aliases ?? []).Append(paper.Id)),
            Versions = [new RecordVersion(paper, provenance, seen)],
        };
    }

    /// <summary>The work with the entry's record; its records are the same object where the entry says nothing new.</summary>
    public static StoredWork Add(StoredWork stored, PaperEntry entry, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(stored);
        var records = RecordsOf(entry, today).Aggregate(stored.Records, Add);
        return ReferenceEquals(records, stored.Records) ? stored : Make(records, stored, entry.Paper, entry.Chunks);
    }

    /// <summary>Two stored works that turn out to be one.</summary>
    public static StoredWork Join(StoredWork one, StoredWork other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        var records = other.Records.Aggregate(one.Records, Add);
        return ReferenceEquals(records, one.Records) ? one : Make(records, one, other.Paper, other.Chunks);
    }

    /// <summary>What becomes of an entry that is the stored work; <paramref name="isWritten"/> says whether anything has to be written at all.</summary>
    public static UpsertOutcome OutcomeOf(PaperEntry entry, StoredWork before, StoredWork after, bool isWritten)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return entry.Paper.Kind == PaperKind.Summary && after.Paper.Kind != PaperKind.Summary ? UpsertOutcome.Superseded
            : before.Paper.Kind == PaperKind.Summary && after.Paper.Kind != PaperKind.Summary ? UpsertOutcome.Changed
            : after.Records.Count > before.Records.Count ? UpsertOutcome.Merged
            : isWritten ? UpsertOutcome.Changed
            : UpsertOutcome.Unchanged;
    }

    private static StoredWork Make(IReadOnlyList<WorkRecord> records, StoredWork stored, Paper arriving, IReadOnlyList<Chunk> arrivingChunks)
    {
        var paper = RecordMerge.Merge(records).Paper;
        var chunks = HasTextsOf(paper, stored.Paper) ? stored.Chunks : HasTextsOf(paper, arriving) ? arrivingChunks : Chunker.Chunk(paper);
        return new StoredWork(paper, chunks, records);
    }

    private static bool HasTextsOf(Paper paper, Paper other) => paper.Abstract == other.Abstract && (paper.Body ?? "") == (other.Body ?? "");

    private static IReadOnlyList<WorkRecord> Add(IReadOnlyList<WorkRecord> records, WorkRecord arriving)
    {
        var at = IndexOfSame(records, arriving);
        if (at < 0)
        {
            return [.. records, arriving];
        }

        var record = arriving.Versions.Aggregate(records[at], RecordVersions.Add);
        if (UpsertRules.RankOf(arriving.Id) < UpsertRules.RankOf(record.Id))
        {
            record = record with { Id = arriving.Id };
        }

        if (arriving.Ids.Except(record.Ids).Any())
        {
            record = record with { Ids = Ids(record.Ids.Concat(arriving.Ids)) };
        }

        return ReferenceEquals(record, records[at]) ? records : [.. records.Take(at), record, .. records.Skip(at + 1)];
    }

    // A summary is no version of the real text, even from the same source.
    private static int IndexOfSame(IReadOnlyList<WorkRecord> records, WorkRecord arriving)
    {
        for (var i = 0; i < records.Count; i++)
        {
            if (records[i].Source == arriving.Source && IsSummary(records[i]) == IsSummary(arriving) && ShareId(records[i].Ids, arriving.Ids))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsSummary(WorkRecord record) => record.Versions[^1].Paper.Kind == PaperKind.Summary;

    // Keys of titles count where one of the two has no id of its own.
    private static bool ShareId(IReadOnlyList<PaperId> one, IReadOnlyList<PaperId> other) =>
        one.All(UpsertRules.IsTitleKey) || other.All(UpsertRules.IsTitleKey)
            ? one.Intersect(other).Any()
            : one.Intersect(other).Any(id => !UpsertRules.IsTitleKey(id));

    private static IReadOnlyList<PaperId> Ids(IEnumerable<PaperId> ids) => [.. ids.Distinct().OrderBy(UpsertRules.RankOf).ThenBy(id => id)];
}
