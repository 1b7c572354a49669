using System.Text.Json;
using System.Text.RegularExpressions;
using PaperChat.Bibliography;
using PaperChat.Ingestion;
using PaperChat.Sources.Records;

namespace PaperChat.Sources.CslJson;

/// <summary>A CSL item as a paper. Names that the schema does not know are passed over, as real exports have them.</summary>
internal static partial class CslRecord
{
    /// <summary>Null with the reason for an item that is no paper.</summary>
    public static SourceRecord? Read(ReadOnlyMemory<byte> json, SourceOptions options, out string? problem)
    {
        var builder = new RecordBuilder(options);
        SourceRecord? record = null;
        try
        {
            using var document = JsonDocument.Parse(json);
            Fill(builder, document.RootElement);
            record = builder.Build();
        }
        catch (JsonException failure)
        {
            builder.Fail($"The item is not valid JSON (line {failure.LineNumber + 1} of it).");
        }
        catch (InvalidOperationException)
        {
            builder.Fail("A text of the item is not valid Unicode.");
        }

        problem = builder.Problem;
        return problem is null ? record : null;
    }

    private static void Fill(RecordBuilder builder, JsonElement item)
    {
        builder.Set(RecordField.Title, Plain(item, "title"));
        builder.Set(RecordField.Abstract, Plain(item, "abstract"));
        builder.Set(RecordField.Venue, First(item, "container-title", "event-title", "event"));
        builder.Set(RecordField.Url, Text(item, "URL"));
        builder.Set(RecordField.Doi, Text(item, "DOI"));
        builder.Set(RecordField.Keywords, Text(item, "keyword"));
        builder.Set(RecordField.Arxiv, Arxiv(item) ?? "");
        if (item.TryGetProperty("custom", out var custom) && custom.ValueKind == JsonValueKind.Object)
        {
            builder.Set(RecordField.Key, Text(custom, "paperchatid"));
        }

        if (item.TryGetProperty("author", out var authors) && authors.ValueKind == JsonValueKind.Array)
        {
            builder.Set(RecordField.Authors, [.. authors.EnumerateArray().Select(Name).Where(n => n.Length > 0)]);
        }

        if (Year(item) is { } year)
        {
            builder.SetYear(year);
        }
    }

    private static string? Arxiv(JsonElement item) =>
        ArxivMention.In(Text(item, "number")) ?? ArxivMention.In(Text(item, "note"))
        ?? (Text(item, "archive").Equals("arxiv", StringComparison.OrdinalIgnoreCase) ? First(item, "archive_location", "number") : null);

    private static string Name(JsonElement name)
    {
        if (name.ValueKind != JsonValueKind.Object)
        {
            return name.ValueKind == JsonValueKind.String ? name.GetString()!.Trim() : "";
        }

        var family = Text(name, "family");
        var given = $"{Text(name, "given")} {Text(name, "dropping-particle")}".Trim();
        return Text(name, "literal") is { Length: > 0 } literal ? literal.Trim()
            : given.Length == 0 && Text(name, "non-dropping-particle").Length == 0 ? family.Trim()
            : PersonName.Parse(string.Join(", ", new[] { $"{Text(name, "non-dropping-particle")} {family}".Trim(), Text(name, "suffix").Trim(), given }.Where(p => p.Length > 0))).ToString();
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
        JsonValueKind.Object => ReferenceYear.In(First(date, "raw", "literal")),
        _ => null,
    };

    private static string First(JsonElement item, params string[] names) => names.Select(n => Text(item, n)).FirstOrDefault(t => t.Length > 0) ?? "";

    // Numbers may be texts or numbers, and some exports write lists of one.
    private static string Text(JsonElement item, string name) => item.TryGetProperty(name, out var value)
        ? value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.Array when value.GetArrayLength() > 0 && value[0].ValueKind == JsonValueKind.String => value[0].GetString()!,
            _ => "",
        }
        : "";

    // The marks of citeproc: italics, small capitals, words whose case stays.
    private static string Plain(JsonElement item, string name) => Markup().Replace(Text(item, name), "");

    [GeneratedRegex(@"</?(i|b|sc|span( (class|style)=""[^""<>]*"")?)>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Markup();
}
