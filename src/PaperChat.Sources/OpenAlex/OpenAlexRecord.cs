using System.Text.Json;
using System.Text.RegularExpressions;
using PaperChat.Papers;
using PaperChat.Sources.Json;
using PaperChat.Sources.Records;

namespace PaperChat.Sources.OpenAlex;

/// <summary>A work of OpenAlex (https://docs.openalex.org/api-entities/works/work-object).</summary>
internal static partial class OpenAlexRecord
{
    public static JsonRecordReader Reader { get; } = JsonDocuments.Reader(Fill);

    public static void Fill(RecordBuilder builder, JsonElement work)
    {
        builder.Set(RecordField.Key, Key(work));
        builder.Set(RecordField.Title, WrappedText.OneLine(MarkupText.Plain(work.Text("title", "display_name"))));
        SetAbstract(builder, work);
        builder.Set(RecordField.Authors, [.. work.Items("authorships").Select(Name).Where(n => n.Length > 0)]);
        if (Year(work) is { } year)
        {
            builder.SetYear(year);
        }

        builder.Set(RecordField.Venue, work.Get("primary_location").Get("source").Text("display_name"));
        builder.Set(RecordField.Doi, First(work.Text("doi"), work.Get("ids").Text("doi")));
        builder.Set(RecordField.Arxiv, Arxiv(work));
        builder.Set(RecordField.Url, First(work.Get("primary_location").Text("landing_page_url"), work.Text("doi"), work.Text("id")));
        builder.Set(RecordField.Keywords, [.. work.Items("keywords").Select(k => k.Text("display_name", "keyword")).Where(k => k.Length > 0)]);
        if (work.IsTrue("is_retracted"))
        {
            builder.SetStatus(PaperStatus.Retracted);
        }
    }

    private static string First(params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts)
        {
            if (text.Length > 0)
            {
                return text;
            }
        }

        return "";
    }

    private static string Key(JsonElement work)
    {
        var id = First(work.Text("id"), work.Get("ids").Text("openalex"));
        return id.Length == 0 ? "" : "openalex:" + id[(id.LastIndexOf('/') + 1)..];
    }

    private static void SetAbstract(RecordBuilder builder, JsonElement work)
    {
        if (InvertedAbstract.Rebuild(work.Get("abstract_inverted_index")) is { } text)
        {
            builder.Set(RecordField.Abstract, Heading().Replace(WrappedText.Unwrap(MarkupText.Plain(text)), ""));
        }
        else
        {
            builder.Fail($"A place in abstract_inverted_index is not a whole number from 0 to {InvertedAbstract.MostWords - 1}, or its text is longer than {InvertedAbstract.MostCharacters} characters.");
        }
    }

    private static string Name(JsonElement authorship) => First(authorship.Get("author").Text("display_name"), authorship.Text("raw_author_name")).Trim();

    private static int? Year(JsonElement work) =>
        work.Number("publication_year") is { } year and >= 1000 and <= 2999 ? year : RecordDate.Of(work.Text("publication_date"))?.Year;

    // A preprint may be any of the places where a work stands; arXiv's own DOI is found by the normaliser.
    private static string Arxiv(JsonElement work)
    {
        foreach (var place in work.Items("locations").Prepend(work.Get("primary_location")))
        {
            foreach (var address in (string[])[place.Text("landing_page_url"), place.Text("pdf_url")])
            {
                if (address.Contains("arxiv.org/", StringComparison.OrdinalIgnoreCase) || address.Contains("10.48550/arxiv.", StringComparison.OrdinalIgnoreCase))
                {
                    return address;
                }
            }
        }

        return work.Get("ids").Text("arxiv");
    }

    [GeneratedRegex(@"^Abstract[:.]?\s+(?=\p{Lu})")]
    private static partial Regex Heading();
}
