using System.Text.RegularExpressions;
using PaperChat.Ingestion;
using PaperChat.Sources.Html;
using PaperChat.Sources.Records;

namespace PaperChat.Sources.DailyPapers;

/// <summary>
/// The papers in what a page shows: titles that link to <c>/papers/ID</c>, each with the long text that follows it; on the page of one
/// paper its heading and what stands under "Abstract"; on any other page what <see cref="PageReader"/> makes of its text.
/// </summary>
internal static partial class DailyPapersText
{
    public static IEnumerable<SourceItem> Read(string html, SourceOptions options, long bytesRead)
    {
        List<HtmlBlock> blocks = [.. HtmlBlocks.Of(new HtmlTokenizer(html).Read())];
        var single = Single(blocks, html, options, bytesRead);
        var linked = single is null ? Linked(blocks, options, bytesRead) : [single];
        return linked.Count > 0 ? linked : Plain(blocks, options, bytesRead);
    }

    private static List<SourceItem> Linked(List<HtmlBlock> blocks, SourceOptions options, long bytesRead)
    {
        var items = new List<SourceItem>();
        var builder = default(RecordBuilder);
        var (line, last) = (0, "");
        foreach (var block in blocks)
        {
            var id = PaperAddress().Match(block.Address).Groups["id"].Value;
            if (id.Length > 0 && id != last && PageLayout.LooksLikeTitle(block.Text))
            {
                Finish(builder, items, line, bytesRead);
                (builder, line, last) = (new RecordBuilder(options), block.Line, id);
                builder.Set(RecordField.Title, block.Text);
                builder.Set(RecordField.Arxiv, id);
                builder.Set(RecordField.Url, "https://huggingface.co/papers/" + id);
            }
            else if (PageLayout.IsLong(block.Text) && !PageLayout.IsListOfNames(block.Text))
            {
                builder?.Set(RecordField.AbstractElsewhere, block.Text);
            }
        }

        Finish(builder, items, line, bytesRead);
        return items;
    }

    private static SourceItem.Read? Single(List<HtmlBlock> blocks, string html, SourceOptions options, long bytesRead)
    {
        var title = blocks.FirstOrDefault(b => b.Heading == "h1" && !PageLayout.IsHeading(b.Text));
        var heading = blocks.FindIndex(b => b.Text.Equals("Abstract", StringComparison.OrdinalIgnoreCase));
        var text = heading < 0 ? null : blocks.Skip(heading + 1).FirstOrDefault(b => PageLayout.IsLong(b.Text) || PageLayout.IsProse(b.Text));
        var id = OwnAddress().Match(html).Groups["id"].Value;
        if (title is null || text is null || id.Length == 0)
        {
            return null;
        }

        var builder = new RecordBuilder(options);
        builder.Set(RecordField.Title, title.Text);
        builder.Set(RecordField.Abstract, text.Text);
        builder.Set(RecordField.Arxiv, id);
        builder.Set(RecordField.Url, "https://huggingface.co/papers/" + id);
        return new SourceItem.Read(builder.Build()!, title.Line, bytesRead);
    }

    private static List<SourceItem> Plain(List<HtmlBlock> blocks, SourceOptions options, long bytesRead)
    {
        var page = new PageReader(options);
        var items = new List<SourceItem>();
        foreach (var block in blocks)
        {
            page.Add(new PagePiece(block.Text, PageLayout.IsLong(block.Text), block.Line, null));
        }

        page.Finish(isBroken: false);
        while (page.TryTake(out var item))
        {
            items.Add(item.Record is { } record
                ? new SourceItem.Read(record, item.Line, bytesRead)
                : new SourceItem.Rejected(item.Problem!, item.Line, bytesRead));
        }

        return items;
    }

    private static void Finish(RecordBuilder? builder, List<SourceItem> items, int line, long bytesRead)
    {
        if (builder?.Build() is { } record)
        {
            items.Add(new SourceItem.Read(record, line, bytesRead));
        }
    }

    [GeneratedRegex(@"(^|huggingface\.co)/papers/(?<id>\d{4}\.\d{4,5})(v\d+)?/?$", RegexOptions.CultureInvariant)]
    private static partial Regex PaperAddress();

    [GeneratedRegex(@"(huggingface\.co/papers/|arxiv\.org/abs/)(?<id>\d{4}\.\d{4,5})", RegexOptions.CultureInvariant)]
    private static partial Regex OwnAddress();
}
