using PaperChat.Sources.Records;

namespace PaperChat.Sources.Markdown;

/// <summary>The columns of a table of papers, by the names in its first row.</summary>
internal sealed class MarkdownTable
{
    private readonly string[] _columns;

    private MarkdownTable(string[] columns) => _columns = columns;

    /// <summary>Null for a first row without a title.</summary>
    public static MarkdownTable? Recognize(string row, ColumnMapping? mapping)
    {
        string[] columns = [.. Cells(row).Select(c => Name(MarkdownText.Plain(c), mapping))];
        return columns.Contains("title") ? new MarkdownTable(columns) : null;
    }

    public static bool IsRow(string line) => line.TrimStart().StartsWith('|') || line.Count(c => c == '|') > 1;

    /// <summary>The line under the first row: hyphens and colons.</summary>
    public static bool IsRule(string line) => line.Contains('-') && line.All(c => c is '|' or '-' or ':' or ' ' or '\t');

    public string? Cell(string row, string column)
    {
        var at = Array.IndexOf(_columns, column);
        var cells = at < 0 ? [] : Cells(row);
        return at >= 0 && at < cells.Count && MarkdownText.Plain(cells[at]) is { Length: > 0 } text ? text : null;
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
