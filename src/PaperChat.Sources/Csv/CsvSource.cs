using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using PaperChat.Ingestion;
using PaperChat.Sources.Inputs;
using PaperChat.Sources.Records;

namespace PaperChat.Sources.Csv;

/// <summary>Separated values as RFC 4180 has them, with a header, parted by commas, semicolons or tabs; a value may hold line breaks in quotes.</summary>
internal sealed class CsvSource(SourceInput input, SourceOptions options) : IPaperSource
{
    /// <summary>Longest value, in characters: a quote that is never closed must not take the whole file into memory.</summary>
    internal const int LongestValue = 1024 * 1024;

    // A character that Unicode keeps out of texts marks where the bytes were not UTF-8; U+FFFD would not tell, since texts hold it.
    private const char Undecodable = '\uFDD0';

    public string Format => SourceFormats.Csv;

    public string Location => input.Location;

    public IAsyncEnumerable<SourceItem> ReadAsync(CancellationToken cancellationToken) => input.ReadAsync(ReadRowsAsync, cancellationToken);

    private async IAsyncEnumerable<SourceItem> ReadRowsAsync(InputStream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var head = Encoding.UTF8.GetString(input.Head).TrimStart('\uFEFF').TrimStart();
        if (CsvHeader.Recognize(head) is not { } header)
        {
            yield return new SourceItem.Rejected("The first line is no CSV header: it needs a column named title and another one.", 1, stream.BytesRead);
            yield break;
        }

        var encoding = Encoding.GetEncoding("utf-8", EncoderFallback.ExceptionFallback, new DecoderReplacementFallback(Undecodable.ToString()));
        using var text = new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: true, bufferSize: 64 * 1024, leaveOpen: true);
        var badQuotes = false;
        using var parser = new CsvParser(text, Configuration(header, () => badQuotes = true), leaveOpen: true);
        var isHeader = true;
        while (true)
        {
            var line = parser.RawRow + 1;
            badQuotes = false;
            var (read, problem) = await NextAsync(parser, cancellationToken);
            var isCut = stream.IsBroken && !parser.RawRecord.EndsWith('\n');
            if (problem is not null)
            {
                yield return new SourceItem.Rejected(problem, line, stream.BytesRead);
            }

            if (!read || isCut)
            {
                yield break;
            }

            if (isHeader)
            {
                isHeader = false;
                continue;
            }

            yield return Item(parser, header, badQuotes, line, stream.BytesRead);
        }
    }

    private static CsvConfiguration Configuration(CsvHeader header, Action onBadQuotes) => new(CultureInfo.InvariantCulture)
    {
        Delimiter = header.Separator.ToString(),
        MaxFieldSize = LongestValue,
        IgnoreBlankLines = true,
        // A stray quote inside a plain value is text; one inside a quoted value makes the row unreadable.
        BadDataFound = bad =>
        {
            if (bad.Field.AsSpan().TrimStart().StartsWith('"'))
            {
                onBadQuotes();
            }
        },
    };

    private static async Task<(bool Read, string? Problem)> NextAsync(CsvParser parser, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            return (await parser.ReadAsync(), null);
        }
        catch (MaxFieldSizeException)
        {
            return (false, $"A value is longer than {LongestValue / 1024 / 1024} million characters: a quote is probably never closed. The file was not read any further.");
        }
    }

    private SourceItem Item(CsvParser parser, CsvHeader header, bool badQuotes, long line, long bytesRead)
    {
        var values = parser.Record ?? [];
        var builder = new RecordBuilder(options);
        if (badQuotes)
        {
            builder.Fail("The quotes of the row do not match: a quote inside a quoted value is written twice, and every opened one is closed.");
        }
        else if (values.Length < header.Columns.Count || values.Skip(header.Columns.Count).Any(value => value.Length > 0))
        {
            builder.Fail($"The row has {values.Length} values where the header has {header.Columns.Count} columns.");
        }

        foreach (var (column, value) in header.Columns.Zip(values))
        {
            if (value.Contains(Undecodable))
            {
                builder.Fail("The row is not valid UTF-8. Save the file as UTF-8.");
            }

            builder.Set(column, value);
        }

        return builder.Build() is { } record
            ? new SourceItem.Read(record, line, bytesRead)
            : new SourceItem.Rejected(builder.Problem!, line, bytesRead);
    }
}
