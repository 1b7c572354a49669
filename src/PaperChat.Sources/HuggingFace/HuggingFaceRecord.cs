using System.Text.Json;
using PaperChat.Papers;
using PaperChat.Sources.Json;
using PaperChat.Sources.Records;

namespace PaperChat.Sources.HuggingFace;

/// <summary>
/// A paper of Hugging Face Papers: an item of a daily list, which wraps it, or the paper alone. What a model wrote of it
/// (<c>ai_summary</c>, <c>ai_keywords</c>) is not read, nor authors whom the page hides.
/// </summary>
internal static class HuggingFaceRecord
{
    private const int Deepest = 12;

    public static JsonRecordReader Reader { get; } = JsonDocuments.Reader((builder, item) => Fill(builder, item, listed: null));

    /// <summary><paramref name="listed"/> is the day of the list, for a paper that does not say it.</summary>
    public static void Fill(RecordBuilder builder, JsonElement item, ListedDate? listed)
    {
        var paper = item.Get("paper") is { ValueKind: JsonValueKind.Object } wrapped ? wrapped : item;
        builder.Set(RecordField.Title, WrappedText.OneLine(First(paper, item, "title")));
        builder.Set(RecordField.Abstract, WrappedText.Unwrap(First(paper, item, "summary", "abstract")));
        builder.Set(RecordField.Authors, [.. paper.Items("authors").Where(a => !a.IsTrue("hidden")).Select(Name).Where(n => n.Length > 0)]);
        SetId(builder, paper.Text("id"));
        SetDates(builder, paper, item, listed);
        builder.Set(RecordField.Upvotes, paper.Number("upvotes") is { } votes ? votes.ToString(System.Globalization.CultureInfo.InvariantCulture) : "");
        builder.Set(RecordField.Links, new[] { paper.Text("projectPage"), paper.Text("githubRepo") }.Where(l => l.Length > 0).Distinct().ToArray());
        if (paper.Text("withdrawnAt").Length > 0)
        {
            builder.SetStatus(PaperStatus.Withdrawn);
        }
    }

    /// <summary>The papers anywhere in the properties of a page: <c>dailyPapers</c> of a list, <c>paper</c> of a page of its own.</summary>
    public static IEnumerable<JsonElement> PapersIn(JsonElement value, int depth = 0) => value.ValueKind switch
    {
        _ when depth > Deepest => [],
        JsonValueKind.Object when IsPaper(value) || IsPaper(value.Get("paper")) => [value],
        JsonValueKind.Object => value.EnumerateObject().SelectMany(p => PapersIn(p.Value, depth + 1)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(v => PapersIn(v, depth + 1)),
        _ => [],
    };

    private static bool IsPaper(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object && value.Text("id").Length > 0 && value.Text("title").Length > 0
        && (value.Get("summary").ValueKind != JsonValueKind.Undefined || value.Get("authors").ValueKind == JsonValueKind.Array);

    private static string First(JsonElement paper, JsonElement item, params ReadOnlySpan<string> names) =>
        paper.Text(names) is { Length: > 0 } own ? own : item.Text(names);

    private static string Name(JsonElement author) => (author.ValueKind == JsonValueKind.String ? author.GetString()! : author.Text("name", "fullname")).Trim();

    private static void SetId(RecordBuilder builder, string id)
    {
        if (id.Length > 0)
        {
            builder.Set(RecordField.Arxiv, id);
            builder.Set(RecordField.Url, "https://huggingface.co/papers/" + Uri.EscapeDataString(id));
        }
    }

    private static void SetDates(RecordBuilder builder, JsonElement paper, JsonElement item, ListedDate? listed)
    {
        if (RecordDate.Of(First(paper, item, "publishedAt")) is { } published)
        {
            builder.SetYear(published.Year);
        }

        if (RecordDate.Of(First(paper, item, "submittedOnDailyAt")) is { } day)
        {
            builder.SetListed(new ListedDate(day.Year, day.Month, day.Day));
        }
        else if (listed is not null)
        {
            builder.SetListed(listed);
        }
    }
}
