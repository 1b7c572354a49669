using PaperChat.Merging;

namespace PaperChat.Chat.Json;

/// <summary>One of the records of a paper. <c>gave</c> names the fields of the paper that are its.</summary>
internal sealed record RecordShape(
    string Source, string Id, IReadOnlyList<string> Ids, IReadOnlyList<string> Gave, IReadOnlyList<RecordVersionShape> Versions)
{
    public static RecordShape Of(WorkRecord record, IReadOnlyList<string> gave) => new(
        record.Source, record.Id.Value, [.. record.Ids.Select(i => i.Value)], gave, [.. record.History().Select(RecordVersionShape.Of)]);
}
