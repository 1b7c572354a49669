using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using PaperChat.Ingestion;
using PaperChat.Sources.DailyPapers;
using PaperChat.Sources.Inputs;

namespace PaperChat.Sources.Markdown;

/// <summary>
/// A list of papers in Markdown: items, rows of tables and headings that link to a paper; what links to none is passed over. Text under an
/// item or heading belongs to it until the next one.
/// </summary>
internal sealed partial class MarkdownSource(SourceInput input, SourceOptions options) : InputSource(SourceFormats.Markdown, input)
{
    private const int LongestLine = 128 * 1024;

    /// <summary>Whether a text is such a list: an item, row or heading in it links to a paper.</summary>
    public static bool Recognize(string text) => text.Split('\n').Take(2_000).Any(line =>
        line.Length < 5_000 && (Start().IsMatch(line) || line.TrimStart().StartsWith('|'))
        && MarkdownText.Links(line).Any(l => l.Label.Length > 0 && (PaperAddresses.IsPaper(l.Address) || PaperAddresses.IsPaperLabel(l.Label))));

    protected override async IAsyncEnumerable<SourceItem> ReadAsync(InputStream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var lines = new LineReader(stream, LongestLine);
        var fence = new MarkdownFence();
        var (item, indent, table, lastRow) = (default(MarkdownItem), 0, default(MarkdownTable), "");
        while (await lines.ReadAsync(cancellationToken))
        {
            if (lines.IsTooLong)
            {
                yield return new SourceItem.Rejected($"The line is longer than {LongestLine / 1024} KB.", lines.Number, stream.BytesRead);
                continue;
            }

            var line = TextPiece.Decode(lines.Line.Span);
            if (fence.Takes(line, lines.Number))
            {
                continue;
            }

            var isRule = MarkdownTable.IsRule(line) && MarkdownTable.IsRow(lastRow);
            table = isRule ? MarkdownTable.Recognize(lastRow, options.Columns) : MarkdownTable.IsRow(line) ? table : null;
            lastRow = line;
            if (table is not null && !isRule && Row(line, table, lines.Number, stream.BytesRead) is { } row)
            {
                yield return row;
            }
            else if (table is null && Start().Match(line) is { Success: true } start && !(item is not null && IsDetail(line, indent)))
            {
                if (item?.Build(options, stream.BytesRead) is { } finished)
                {
                    yield return finished;
                }

                indent = Indent(line);
                item = new MarkdownItem(line[start.Length..].TrimEnd('#', ' ', '\t', '\r'), (int)Math.Min(lines.Number, int.MaxValue));
            }
            else if (!string.IsNullOrWhiteSpace(line))
            {
                item?.Add(Start().Replace(line, "").Trim());
            }
        }

        if (!stream.IsBroken && item?.Build(options, stream.BytesRead) is { } last)
        {
            yield return last;
        }

        if (fence.OpenedOn is { } opened)
        {
            yield return new SourceItem.Rejected("The block of code that begins here does not end: nothing behind it was read.", opened, stream.BytesRead);
        }
    }

    // An item within an item that names no paper of its own says something of the outer one: its abstract, its links.
    private static bool IsDetail(string line, int indent) => Indent(line) > indent
        && (!MarkdownText.Links(line).Any(l => PaperAddresses.IsPaper(l.Address) && !PaperAddresses.IsLabel(l.Label)))
        && (!MarkdownText.Links(line).Any(l => PaperAddresses.IsPaper(l.Address)) || PageLayout.CountWords(MarkdownText.WithoutLinks(line)) <= 3);

    private static int Indent(string line) => line.Length - line.AsSpan().TrimStart().Length;

    private SourceItem? Row(string line, MarkdownTable table, long number, long bytesRead) =>
        new MarkdownItem(line, (int)Math.Min(number, int.MaxValue)).Build(
            options, bytesRead, table.Title(line), table.Cell(line, "year"), table.Cell(line, "venue"), table.Cell(line, "authors"));

    // A bullet, a number, or the signs of a heading.
    [GeneratedRegex(@"^\s{0,12}([-*+]\s+(\[[ xX]\]\s+)?|\d{1,5}[.)]\s+|#{1,6}\s+)(?=\S)")]
    private static partial Regex Start();
}
