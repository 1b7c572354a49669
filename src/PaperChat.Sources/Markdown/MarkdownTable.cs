using PaperChat.Sources.DailyPapers;
using PaperChat.Sources.Records;

namespace PaperChat.Sources.Markdown;

/// <summary>The columns of a table of papers, by the names in its first row.</summary>
internal sealed class MarkdownTable
{
    private const int FewestWords = 3;

    private readonly string[] _columns;

    private MarkdownTable(string[] columns) => _columns = columns;

    public static MarkdownTable Recognize(string row, ColumnMapping? mapping) => new([.. Cells(row).Select(c => Name(MarkdownText.Plain(c), mapping))]);

    public static bool IsRow(string line) => line.TrimStart().StartsWith('|') || line.Count(c => c == '|') > 1;

    /// <summary>The line under the first row: hyphens and colons.</summary>
    public static bool IsRule(string line) => line.Contains('-') && line.All(c => c is '|' or '-' or ':' or ' ' or '\t');

    /// <summary>
    /// The title of a row: the column of that name, where it says more than "pdf"; null for a row whose link or bold text is one; else the
    /// cell of most words; "" without any.
    /// </summary>
    public string? Title(string row)
    {
        if (RawCell(row, "title") is { } cell)
        {
            // Links such as "pdf" stand beside a title in many tables.
            var title = MarkdownText.Links(cell).Any(l => PaperAddresses.IsLabel(l.Label)) ? MarkdownText.WithoutLinks(cell) : MarkdownText.Plain(cell);
            if (title.Any(char.IsLetter) && !PaperAddresses.IsLabel(title))
            {
                return title;
            }
        }

        if (MarkdownText.Links(row).Any(l => PaperAddresses.IsPaper(l.Address) && l.Label.Any(char.IsLetter) && !PaperAddresses.IsLabel(l.Label)))
        {
            return null;
        }

        var longest = Cells(row).Where((_, at) => at >= _columns.Length || _columns[at] is "" or "title").Select(MarkdownText.WithoutLinks).MaxBy(PageLayout.CountWords) ?? "";
        return PageLayout.CountWords(longest) >= FewestWords ? longest : "";
    }

    public string? Cell(string row, string column) => RawCell(row, column) is { } cell && MarkdownText.Plain(cell) is { Length: > 0 } text ? text : null;

    private string? RawCell(string row, string column)
    {
        var at = Array.IndexOf(_columns, column);
        var cells = at < 0 ? [] : Cells(row);
        return at >= 0 && at < cells.Count ? cells[at] : null;
    }

    private static string Name(string column, ColumnMapping? mapping) => (mapping?.Find(column) ?? RecordFieldNames.Find(column)) switch
    {
        RecordField.Title => "title",
        RecordField.Year or RecordField.Updated => "year",
        RecordField.Venue => "venue",
        RecordField.Authors => "authors",
        _ => column.ToLowerInvariant() switch
        {
            "paper" or "name" or "paper title" or "publication" or "work" => "title",
            "date" or "published" or "publish date" or "time" => "year",
            "conference" or "published in" or "source" or "pub." => "venue",
            _ => "",
        },
    };

    // A bar behind a backslash is text.
    private static List<string> Cells(string row)
    {
        var cells = new List<string>();
        var inside = row.Trim();
        inside = inside.StartsWith('|') ? inside[1..] : inside;
        inside = inside.EndsWith('|') && !inside.EndsWith("\\|", StringComparison.Ordinal) ? inside[..^1] : inside;
        var start = 0;
        for (var i = 0; i <= inside.Length; i++)
        {
            if (i == inside.Length || (inside[i] == '|' && (i == 0 || inside[i - 1] != '\\')))
            {
                cells.Add(inside[start..i].Trim());
                start = i + 1;
            }
        }

        return cells;
    }
}
