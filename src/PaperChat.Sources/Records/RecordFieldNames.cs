using System.Collections.Frozen;

namespace PaperChat.Sources.Records;

/// <summary>
/// The names under which JSON Lines and CSV files keep the fields of a paper, in any case: PaperChat's own first, then those
/// of BEIR corpora (<c>_id</c>, <c>text</c>), SciFact (<c>doc_id</c>) and of common exports.
/// </summary>
internal static class RecordFieldNames
{
    public const int Longest = 16;

    private static readonly FrozenDictionary<string, RecordField> Fields = new Dictionary<string, RecordField>
    {
        ["id"] = RecordField.Key,
        ["_id"] = RecordField.Key,
        ["doc_id"] = RecordField.Key,
        ["title"] = RecordField.Title,
        ["abstract"] = RecordField.Abstract,
        ["summary"] = RecordField.AbstractElsewhere,
        ["text"] = RecordField.AbstractElsewhere,
        ["body"] = RecordField.Body,
        ["authors"] = RecordField.Authors,
        ["author"] = RecordField.Authors,
        ["year"] = RecordField.Year,
        ["publication_year"] = RecordField.Year,
        ["venue"] = RecordField.Venue,
        ["journal"] = RecordField.Venue,
        ["booktitle"] = RecordField.Venue,
        ["url"] = RecordField.Url,
        ["doi"] = RecordField.Doi,
        ["arxiv"] = RecordField.Arxiv,
        ["arxiv_id"] = RecordField.Arxiv,
        ["categories"] = RecordField.Categories,
        ["keywords"] = RecordField.Keywords,
        ["links"] = RecordField.Links,
        ["listed"] = RecordField.Listed,
        ["kind"] = RecordField.Kind,
        ["upvotes"] = RecordField.Upvotes,
        ["version"] = RecordField.Version,
        ["updated"] = RecordField.Updated,
        ["status"] = RecordField.Status,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, RecordField>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Fields.GetAlternateLookup<ReadOnlySpan<char>>();

    public static RecordField Find(ReadOnlySpan<char> name) => Lookup.TryGetValue(name, out var field) ? field : RecordField.None;
}
