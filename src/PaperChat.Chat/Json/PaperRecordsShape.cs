using PaperChat.Merging;

namespace PaperChat.Chat.Json;

/// <summary>What <c>library show ID --versions --json</c> writes: the paper and the records that it is made of.</summary>
internal sealed record PaperRecordsShape(PaperShape Paper, IReadOnlyList<RecordShape> Records)
{
    public static PaperRecordsShape Of(PaperShape paper, IReadOnlyList<WorkRecord> records)
    {
        var merged = RecordMerge.Merge(records);
        return new PaperRecordsShape(paper, [.. records.Select(r => RecordShape.Of(r, merged.FieldsOf(r)))]);
    }
}
