using System.Runtime.CompilerServices;
using PaperChat.Ingestion;
using PaperChat.Sources.Inputs;

namespace PaperChat.Sources.JsonLines;

/// <summary>JSON Lines (jsonlines.org): one paper a line, blank lines ignored. Fields: see <see cref="Records.RecordFieldNames"/>.</summary>
internal sealed class JsonLinesSource(SourceInput input, SourceOptions options) : InputSource(SourceFormats.JsonLines, input)
{
    /// <summary>Longest line, in bytes: longer than any abstract with its record, short enough to hold in memory.</summary>
    internal const int LongestLine = 4 * 1024 * 1024;

    protected override async IAsyncEnumerable<SourceItem> ReadAsync(InputStream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var lines = new LineReader(stream, LongestLine);
        while (await lines.ReadAsync(cancellationToken))
        {
            if (!lines.HasLineBreak && stream.IsBroken)
            {
                yield break;
            }

            if (lines.IsTooLong)
            {
                yield return new SourceItem.Rejected($"The line is longer than {LongestLine / 1024 / 1024} MB.", lines.Number, stream.BytesRead);
            }
            else if (!lines.Line.Span.ContainsAnyExcept(" \t\r"u8))
            {
                continue;
            }
            else if (JsonRecord.TryRead(lines.Line.Span, options, out var record, out var problem))
            {
                yield return new SourceItem.Read(record, lines.Number, stream.BytesRead);
            }
            else
            {
                yield return new SourceItem.Rejected(problem, lines.Number, stream.BytesRead);
            }
        }
    }
}
