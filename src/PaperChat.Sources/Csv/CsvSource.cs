using System.Runtime.CompilerServices;
using System.Text;
using CsvHelper;
using PaperChat.Ingestion;
using PaperChat.Sources.Inputs;

namespace PaperChat.Sources.Csv;

/// <summary>Separated values as RFC 4180 has them, with a header, parted by commas, semicolons or tabs; a value may hold line breaks in quotes.</summary>
internal sealed class CsvSource(SourceInput input, SourceOptions options) : InputSource(SourceFormats.Csv, input)
{
    /// <summary>Longest row, in bytes: a quote that is never closed must not take a large file into memory.</summary>
    internal const int LongestRow = 4 * 1024 * 1024;

    protected override async IAsyncEnumerable<SourceItem> ReadAsync(InputStream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var head = Encoding.UTF8.GetString(Head).TrimStart('\uFEFF').TrimStart();
        if (CsvHeader.Recognize(head, options.Columns) is not { } header)
        {
            yield return new SourceItem.Rejected("The first line is no CSV header: it needs a column named title (or --map title=NAME) and another one.", 1, stream.BytesRead);
            yield break;
        }

        var rows = new CsvRows(header, options, stream);
        using var reader = CsvReader.Create(stream, rows.ReaderOptions(allowLineBreaks: true), leaveOpen: true);
        await foreach (var item in rows.ReadAsync(reader, cancellationToken))
        {
            yield return item;
        }
    }
}
