using System.Runtime.CompilerServices;
using PaperChat.Ingestion;
using PaperChat.Sources.Inputs;

namespace PaperChat.Sources.Ris;

/// <summary>
/// RIS files, from TY to ER. A reference that another one cuts short is read; lines outside of references are reported once each run.
/// </summary>
internal sealed class RisSource(SourceInput input, SourceOptions options) : InputSource(SourceFormats.Ris, input)
{
    protected override async IAsyncEnumerable<SourceItem> ReadAsync(InputStream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var lines = new LineReader(stream, PieceBuffer.Longest);
        RisReference? open = null;
        var strayLine = 0L;
        while (await lines.ReadAsync(cancellationToken))
        {
            if (lines.IsTooLong)
            {
                yield return new SourceItem.Rejected($"The line is longer than {PieceBuffer.Longest / 1024 / 1024} MB.", lines.Number, stream.BytesRead);
                continue;
            }

            var line = RisLine.Read(TextPiece.Decode(lines.Line.Span));
            if (open is not null && line.Tag is ("TY" or "ER"))
            {
                yield return open.Build(options, stream.BytesRead);
                open = null;
            }

            if (line.Tag == "TY")
            {
                open = new RisReference(lines.Number);
            }
            else if (open is not null)
            {
                open.Add(line);
            }
            else if (line is { Tag: not (null or "ER") } && strayLine + 1 < lines.Number)
            {
                yield return new SourceItem.Rejected($"The tag {line.Tag} stands outside of a reference: one begins with TY and ends with ER.", lines.Number, stream.BytesRead);
                strayLine = lines.Number;
            }
            else if (line.Tag is not (null or "ER"))
            {
                strayLine = lines.Number;
            }
        }

        if (open is not null && !stream.IsBroken)
        {
            yield return open.Build(options, stream.BytesRead);
        }
    }
}
