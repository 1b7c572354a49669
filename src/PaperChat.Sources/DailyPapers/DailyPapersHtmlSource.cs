using System.Runtime.CompilerServices;
using System.Text.Json;
using PaperChat.Ingestion;
using PaperChat.Papers;
using PaperChat.Sources.Html;
using PaperChat.Sources.HuggingFace;
using PaperChat.Sources.Inputs;
using PaperChat.Sources.Json;
using PaperChat.Sources.Records;

namespace PaperChat.Sources.DailyPapers;

/// <summary>
/// The saved HTML of a Daily Papers page, or of the page of one paper. Such pages carry their data as JSON in <c>data-props</c> attributes,
/// which is read where it is there; else the visible text.
/// </summary>
internal sealed class DailyPapersHtmlSource(SourceInput input, SourceOptions options) : InputSource(SourceFormats.DailyPapersHtml, input)
{
    // Real pages have one or two megabytes.
    private const int LongestPage = 32 * 1024 * 1024;

    protected override async IAsyncEnumerable<SourceItem> ReadAsync(InputStream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (await stream.ReadToEndAsync(LongestPage, cancellationToken) is not { } bytes)
        {
            yield return new SourceItem.Rejected($"The page is longer than {LongestPage / 1024 / 1024} MB.", 1, stream.BytesRead);
            yield break;
        }

        var html = TextPiece.Decode(bytes.Span);
        var found = false;
        foreach (var item in Embedded(html, stream.BytesRead))
        {
            found |= item is SourceItem.Read;
            yield return item;
        }

        foreach (var item in found ? [] : DailyPapersText.Read(html, options, stream.BytesRead))
        {
            yield return item;
        }
    }

    private IEnumerable<SourceItem> Embedded(string html, long bytesRead)
    {
        // Several parts of a page may carry the same paper.
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var token in new HtmlTokenizer(html).Read())
        {
            if (token.Attributes.TryGetValue("data-props", out var properties))
            {
                foreach (var item in Papers(properties, token.Line, bytesRead, seen))
                {
                    yield return item;
                }
            }
        }
    }

    private List<SourceItem> Papers(string properties, int line, long bytesRead, HashSet<string> seen)
    {
        var items = new List<SourceItem>();
        try
        {
            using var document = JsonDocument.Parse(properties);
            var listed = Day(document.RootElement);
            foreach (var paper in HuggingFaceRecord.PapersIn(document.RootElement))
            {
                var id = paper.Get("paper").Text("id") is { Length: > 0 } inner ? inner : paper.Text("id");
                if (seen.Add(id))
                {
                    items.Add(Item(paper, listed, line, bytesRead));
                }
            }
        }
        catch (InvalidOperationException)
        {
            items.Add(new SourceItem.Rejected("A text of the page's data holds half of a surrogate pair, which is no character.", line, bytesRead));
        }
        catch (JsonException) when (properties.Contains("aper", StringComparison.Ordinal))
        {
            items.Add(new SourceItem.Rejected("The data that the page carries here (data-props) is not valid JSON.", line, bytesRead));
        }
        catch (JsonException)
        {
            // A part of the page that holds no papers.
        }

        return items;
    }

    private SourceItem Item(JsonElement paper, ListedDate? listed, int line, long bytesRead)
    {
        var builder = new RecordBuilder(options);
        try
        {
            HuggingFaceRecord.Fill(builder, paper, options.Listed ?? listed);
        }
        catch (InvalidOperationException)
        {
            builder.Fail("A text of the paper holds half of a surrogate pair, which is no character.");
        }

        return builder.Build() is { } record ? new SourceItem.Read(record, line, bytesRead) : new SourceItem.Rejected(builder.Problem!, line, bytesRead);
    }

    private static ListedDate? Day(JsonElement page) =>
        RecordDate.Of(page.Text("dateString", "date")) is { } day ? new ListedDate(day.Year, day.Month, day.Day) : null;
}
