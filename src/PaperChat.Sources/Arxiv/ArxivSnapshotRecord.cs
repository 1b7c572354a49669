using System.Globalization;
using System.Text.Json;
using PaperChat.Sources.Json;
using PaperChat.Sources.Records;

namespace PaperChat.Sources.Arxiv;

/// <summary>A line of the arXiv metadata snapshot (<c>arxiv-metadata-oai-snapshot.json</c>).</summary>
internal static class ArxivSnapshotRecord
{
    public static JsonRecordReader Reader { get; } = JsonDocuments.Reader(Fill);

    private static void Fill(RecordBuilder builder, JsonElement item)
    {
        var id = item.Text("id");
        ArxivRecord.SetId(builder, id);
        ArxivRecord.SetTexts(builder, item.Text("title"), item.Text("abstract"), item.Text("comments"));
        builder.Set(RecordField.Authors, Authors(item));
        builder.Set(RecordField.Venue, WrappedText.OneLine(item.Text("journal-ref")));
        builder.Set(RecordField.Doi, FirstWord(item.Text("doi")));
        builder.Set(RecordField.Categories, item.Text("categories"));
        SetVersions(builder, item);
    }

    private static IReadOnlyList<string> Authors(JsonElement item)
    {
        var parsed = item.Items("authors_parsed").Where(a => a.ValueKind == JsonValueKind.Array && a.GetArrayLength() > 0)
            .Select(a => ArxivAuthors.Join(Part(a, 0), Part(a, 1), Part(a, 2))).Where(n => n.Length > 0).ToArray();
        return parsed.Length > 0 ? parsed : ArxivAuthors.Read(item.Text("authors"));
    }

    private static string Part(JsonElement name, int at) => at < name.GetArrayLength() ? JsonFields.TextOf(name[at]) : "";

    // A record of several DOIs lists them with blanks.
    private static string FirstWord(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "";

    private static void SetVersions(RecordBuilder builder, JsonElement item)
    {
        var first = default(DateOnly?);
        var last = default(DateOnly?);
        var version = 0;
        foreach (var entry in item.Items("versions"))
        {
            var day = RecordDate.Of(entry.Text("created"));
            first ??= day;
            last = day ?? last;
            version = int.TryParse(entry.Text("version").AsSpan().TrimStart('v'), CultureInfo.InvariantCulture, out var number) ? Math.Max(version, number) : version + 1;
        }

        ArxivRecord.SetVersion(builder, version > 0 ? version : null, first, last ?? RecordDate.Of(item.Text("update_date")));
    }
}
