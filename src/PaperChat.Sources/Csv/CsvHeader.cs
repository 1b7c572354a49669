using PaperChat.Sources.Records;

namespace PaperChat.Sources.Csv;

/// <summary>The columns of a CSV file: which field each holds, and what parts them.</summary>
internal sealed record CsvHeader(char Separator, IReadOnlyList<RecordField> Columns)
{
    private static readonly char[] Separators = [',', ';', '\t'];

    /// <summary>
    /// The header in the first line of <paramref name="text"/>, with the separator under which most of its columns are known;
    /// null when it has no title column beside another one.
    /// </summary>
    public static CsvHeader? Recognize(ReadOnlySpan<char> text, ColumnMapping? columns)
    {
        var line = text.IndexOfAny('\r', '\n') is var end and >= 0 ? text[..end] : text;
        var first = line.ToString();
        return Separators
            .Select(separator => new CsvHeader(separator, [.. first.Split(separator).Select(name => Field(name, columns))]))
            .Where(header => header.Columns.Count > 1 && header.Columns.Contains(RecordField.Title))
            .MaxBy(header => header.Columns.Count(column => column != RecordField.None));
    }

    private static RecordField Field(string name, ColumnMapping? columns)
    {
        var column = name.AsSpan().Trim().Trim('"').Trim();
        return columns is null ? RecordFieldNames.Find(column) : columns.Find(column.ToString());
    }
}
