using System.Text.Json;
using PaperChat.Sources.Json;
using PaperChat.Sources.Records;

namespace PaperChat.Sources.SemanticScholar;

/// <summary>
/// A paper of Semantic Scholar's Graph API, or a line of its bulk data sets, which write names in lower case. A citation, a reference and
/// a snippet wrap their paper. The summary that a model wrote (<c>tldr</c>) is not read.
/// </summary>
internal static class SemanticScholarRecord
{
    public static JsonRecordReader Reader { get; } = JsonDocuments.Reader(Fill);

    public static void Fill(RecordBuilder builder, JsonElement item)
    {
        var paper = item.Get("citingPaper", "citedPaper", "citingpaper", "citedpaper", "paper") is { ValueKind: JsonValueKind.Object } wrapped ? wrapped : item;
        var ids = paper.Get("externalIds", "externalids");
        builder.Set(RecordField.Key, Key(paper, ids));
        builder.Set(RecordField.Title, WrappedText.OneLine(paper.Text("title")));
        builder.Set(RecordField.Abstract, WrappedText.Unwrap(paper.Text("abstract")));
        builder.Set(RecordField.Authors, [.. paper.Items("authors").Select(Name).Where(n => n.Length > 0)]);
        if ((paper.Number("year") ?? RecordDate.Of(paper.Text("publicationDate", "publicationdate"))?.Year) is { } year and >= 1000 and <= 2999)
        {
            builder.SetYear(year);
        }

        builder.Set(RecordField.Venue, Venue(paper));
        builder.Set(RecordField.Doi, ids.Text("DOI", "doi"));
        builder.Set(RecordField.Arxiv, ids.Text("ArXiv", "arxiv", "arXiv"));
        builder.Set(RecordField.Url, paper.Text("url"));
        builder.Set(RecordField.Keywords, Fields(paper));
    }

    private static string Key(JsonElement paper, JsonElement ids)
    {
        var corpus = paper.Text("corpusId", "corpusid") is { Length: > 0 } own ? own : ids.Text("CorpusId", "corpusid");
        return paper.Text("paperId", "paperid") is { Length: > 0 } id ? "s2:" + id : corpus.Length > 0 ? "CorpusId:" + corpus : "";
    }

    private static string Name(JsonElement author) => (author.ValueKind == JsonValueKind.String ? author.GetString()! : author.Text("name")).Trim();

    private static string Venue(JsonElement paper)
    {
        var venue = paper.Text("venue");
        venue = venue.Length > 0 ? venue : paper.Get("publicationVenue", "publicationvenue").Text("name");
        return venue.Length > 0 ? venue : paper.Get("journal").Text("name");
    }

    private static string[] Fields(JsonElement paper) =>
    [
        .. paper.Items("fieldsOfStudy", "fieldsofstudy").Select(JsonFields.TextOf)
            .Concat(paper.Items("s2FieldsOfStudy", "s2fieldsofstudy").Select(f => f.Text("category")))
            .Where(f => f.Length > 0).Distinct(StringComparer.Ordinal),
    ];
}
