using System.Runtime.CompilerServices;
using PaperChat.Ingestion;
using PaperChat.Sources.Inputs;

namespace PaperChat.Sources.Json;

/// <summary>
/// Records in JSON, read one at a time whatever holds them: JSON Lines (jsonlines.org; blank lines ignored), an array, the array that a
/// service's answer wraps, one object. What an object means is <paramref name="read"/>'s to say.
/// </summary>
internal sealed class JsonRecordSource(string format, SourceInput input, SourceOptions options, JsonRecordReader read) : InputSource(format, input)
{
    protected override IAsyncEnumerable<SourceItem> ReadAsync(InputStream stream, CancellationToken cancellationToken)
    {
        var layout = JsonLayout.Of(Head);
        return layout.IsLines ? ReadLinesAsync(stream, cancellationToken) : ReadRecordsAsync(stream, layout.Envelope, cancellationToken);
    }

    private async IAsyncEnumerable<SourceItem> ReadLinesAsync(InputStream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var lines = new LineReader(stream, PieceBuffer.Longest);
        while (await lines.ReadAsync(cancellationToken))
        {
            if (!lines.HasLineBreak && stream.IsBroken)
            {
                yield break;
            }

            if (lines.IsTooLong)
            {
                yield return new SourceItem.Rejected($"The line is longer than {PieceBuffer.Longest / 1024 / 1024} MB.", lines.Number, stream.BytesRead);
            }
            else if (lines.Line.Span.ContainsAnyExcept(" \t\r"u8))
            {
                yield return Item(lines.Line, lines.Number, stream.BytesRead);
            }
        }
    }

    private async IAsyncEnumerable<SourceItem> ReadRecordsAsync(InputStream stream, string? envelope, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var bytes = new InputBytes(stream);
        var scan = new JsonScan(envelope);
        while (await bytes.FillAsync(cancellationToken))
        {
            while (bytes.TryTake(out var value))
            {
                if (scan.Take(value, bytes.Line) is { } piece)
                {
                    yield return Item(piece, stream.BytesRead);
                }
            }
        }

        if (!stream.IsBroken && scan.End() is { } rest)
        {
            yield return Item(rest, stream.BytesRead);
        }
    }

    private SourceItem Item(TextPiece piece, long bytesRead) => piece.Problem is { } problem
        ? new SourceItem.Rejected(problem, piece.Line, bytesRead)
        : Item(piece.Bytes, piece.Line, bytesRead);

    private SourceItem Item(ReadOnlyMemory<byte> json, long line, long bytesRead) =>
        read(json, options, out var problem) is { } record && problem is null
            ? new SourceItem.Read(record, line, bytesRead)
            : new SourceItem.Rejected(problem ?? "The record is no paper.", line, bytesRead);
}
