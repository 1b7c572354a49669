using System.Text.Json;
using PaperChat.Bibliography;
using PaperChat.Sources.Json;
using PaperChat.Sources.Records;

namespace PaperChat.Sources.CslJson;

/// <summary>A CSL item as a paper. Names that the schema does not know are passed over, as real exports have them.</summary>
internal static class CslRecord
{
    public static JsonRecordReader Reader { get; } = JsonDocuments.Reader(Fill);

    private static void Fill(RecordBuilder builder, JsonElement item)
    {
        builder.Set(RecordField.Title, Plain(item, "title"));
        builder.Set(RecordField.Abstract, Plain(item, "abstract"));
        builder.Set(RecordField.Venue, item.Text("container-title", "event-title", "event"));
        builder.Set(RecordField.Url, item.Text("URL"));
        builder.Set(RecordField.Doi, item.Text("DOI"));
        builder.Set(RecordField.Keywords, item.Text("keyword"));
        builder.Set(RecordField.Arxiv, Arxiv(item) ?? "");
        if (item.TryGetProperty("custom", out var custom) && custom.ValueKind == JsonValueKind.Object)
        {
            builder.Set(RecordField.Key, custom.Text("paperchatid"));
        }

        if (item.TryGetProperty("author", out var authors) && authors.ValueKind == JsonValueKind.Array)
        {
            builder.Set(RecordField.Authors, [.. authors.EnumerateArray().Select(Name).Where(n => n.Length > 0)]);
        }

        builder.SetStatus(WithdrawalNote.OfStatus(item.Text("status")));
        if (Year(item) is { } year)
        {
            builder.SetYear(year);
        }
    }

    private static string? Arxiv(JsonElement item) =>
        ArxivMention.In(item.Text("number")) ?? ArxivMention.In(item.Text("note"))
        ?? (item.Text("archive").Equals("arxiv", StringComparison.OrdinalIgnoreCase) ? item.Text("archive_location", "number") : null);

    private static string Name(JsonElement name)
    {
        if (name.ValueKind != JsonValueKind.Object)
        {
            return name.ValueKind == JsonValueKind.String ? name.GetString()!.Trim() : "";
        }

        var family = name.Text("family");
        var given = $"{name.Text("given")} {name.Text("dropping-particle")}".Trim();
        return name.Text("literal") is { Length: > 0 } literal ? literal.Trim()
            : given.Length == 0 && name.Text("non-dropping-particle").Length == 0 ? family.Trim()
            : PersonName.Parse(string.Join(", ", new[] { $"{name.Text("non-dropping-particle")} {family}".Trim(), name.Text("suffix").Trim(), given }.Where(p => p.Length > 0))).ToString();
    }

    private static int? Year(JsonElement item)
    {
        foreach (var field in (string[])["issued", "submitted", "available-date", "event-date", "original-date"])
        {
            if (item.TryGetProperty(field, out var date) && YearOf(date) is { } year)
            {
                return year;
            }
        }

        return null;
    }

    private static int? YearOf(JsonElement date) => date.ValueKind switch
    {
        JsonValueKind.String => ReferenceYear.In(date.GetString()),
        JsonValueKind.Number => ReferenceYear.In(date.GetRawText()),
        JsonValueKind.Object when date.TryGetProperty("date-parts", out var parts) && parts.ValueKind == JsonValueKind.Array && parts.GetArrayLength() > 0
            && parts[0].ValueKind == JsonValueKind.Array && parts[0].GetArrayLength() > 0 => ReferenceYear.In(parts[0][0].ToString()),
        JsonValueKind.Object => ReferenceYear.In(date.Text("raw", "literal")),
        _ => null,
    };

    // Titles bear the marks of citeproc (italics, small capitals, words whose case stays), abstracts those of their publisher.
    private static string Plain(JsonElement item, string name) => MarkupText.Plain(item.Text(name)).Trim();
}
