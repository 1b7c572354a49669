using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Unicode;
using CsvHelper;
using PaperChat.Ingestion;
using PaperChat.Sources.Inputs;
using PaperChat.Sources.Records;

namespace PaperChat.Sources.Csv;

/// <summary>
/// The rows of one file. A quote that is never closed swallows the rows to the end: its own row is rejected and the swallowed
/// ones are read again, one a line, so that one slip does not cost the rest of the file.
/// </summary>
internal sealed class CsvRows(CsvHeader header, SourceOptions options, InputStream stream)
{
    private CsvMalformedReason? _malformed;

    /// <summary>The header is read as a row, since the library would not take one that names a column twice.</summary>
    public CsvReaderOptions ReaderOptions(bool allowLineBreaks) => new()
    {
        HasHeader = false,
        Separator = header.Separator,
        AllowLineBreaksInQuotes = allowLineBreaks,
        TrackLineNumbers = true,
        MaxRecordSize = CsvSource.LongestRow,
        OnMalformedRecord = record => _malformed ??= record.Reason,
    };

    public async IAsyncEnumerable<SourceItem> ReadAsync(CsvReader reader, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var sawHeader = false;
        var lastLine = 0L;
        while (true)
        {
            var (read, problem) = await NextAsync(reader, lastLine, cancellationToken);
            if (problem is not null)
            {
                yield return problem;
            }

            // What stands at the very end of an input that broke off is the first half of a row.
            if (!read || (stream.IsBroken && reader.ByteOffset + reader.RawRecord.Length >= stream.DecodedBytes))
            {
                yield break;
            }

            lastLine = reader.LineNumber;
            if (!sawHeader)
            {
                sawHeader = true;
                continue;
            }

            yield return Item(reader, 0);
            if (_malformed == CsvMalformedReason.UnterminatedQuote)
            {
                foreach (var item in ReadSwallowed(reader.RawRecord.ToArray(), reader.LineNumber))
                {
                    yield return item;
                }
            }
        }
    }

    private async ValueTask<(bool Read, SourceItem? Problem)> NextAsync(CsvReader reader, long lastLine, CancellationToken cancellationToken)
    {
        _malformed = null;
        try
        {
            return (await reader.ReadAsync(cancellationToken), null);
        }
        catch (CsvFormatException)
        {
            return (false, new SourceItem.Rejected(
                $"The row after line {lastLine} is longer than {CsvSource.LongestRow / 1024 / 1024} MB: a quote in it is probably never closed. The file was not read any further.",
                lastLine + 1,
                stream.BytesRead));
        }
    }

    private IEnumerable<SourceItem> ReadSwallowed(byte[] raw, long line)
    {
        var firstLine = Array.IndexOf(raw, (byte)'\n');
        if (firstLine < 0)
        {
            yield break;
        }

        using var reader = CsvReader.Create(raw.AsMemory(firstLine + 1), ReaderOptions(allowLineBreaks: false));
        while (true)
        {
            _malformed = null;
            if (!reader.Read())
            {
                yield break;
            }

            yield return Item(reader, line);
        }
    }

    private SourceItem Item(CsvReader reader, long linesBefore)
    {
        var builder = new RecordBuilder(options);
        if (Problem(reader) is { } problem)
        {
            builder.Fail(problem);
        }
        else
        {
            for (var column = 0; column < header.Columns.Count; column++)
            {
                builder.Set(header.Columns[column], Encoding.UTF8.GetString(reader.GetSpan(column)));
            }
        }

        var line = linesBefore + reader.LineNumber;
        return builder.Build() is { } record
            ? new SourceItem.Read(record, line, stream.BytesRead)
            : new SourceItem.Rejected(builder.Problem!, line, stream.BytesRead);
    }

    // A stray quote inside a plain value is text; one that breaks a quoted value may have moved every value after it.
    private string? Problem(CsvReader reader) => _malformed switch
    {
        null or CsvMalformedReason.StrayQuote when !Utf8.IsValid(reader.RawRecord) => "The row is not valid UTF-8. Save the file as UTF-8.",
        null or CsvMalformedReason.StrayQuote => HasEveryColumn(reader)
            ? null
            : $"The row has {reader.FieldCount} values where the header has {header.Columns.Count} columns.",
        CsvMalformedReason.TextAfterClosingQuote => "A quoted value goes on after its closing quote: a quote inside a quoted value is written twice.",
        _ => "A quote in the row is never closed.",
    };

    private bool HasEveryColumn(CsvReader reader)
    {
        for (var column = header.Columns.Count; column < reader.FieldCount; column++)
        {
            if (!reader.GetSpan(column).IsEmpty)
            {
                return false;
            }
        }

        return reader.FieldCount >= header.Columns.Count;
    }
}
