using System.Runtime.CompilerServices;
using PaperChat.Ingestion;
using PaperChat.Sources.Inputs;

namespace PaperChat.Sources.CslJson;

/// <summary>An array of items of the Citation Style Language, as Zotero exports it.</summary>
internal sealed class CslJsonSource(SourceInput input, SourceOptions options) : InputSource(SourceFormats.CslJson, input)
{
    protected override async IAsyncEnumerable<SourceItem> ReadAsync(InputStream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var bytes = new InputBytes(stream);
        var scan = new CslJsonScan();
        while (await bytes.FillAsync(cancellationToken))
        {
            while (bytes.TryTake(out var value))
            {
                if (scan.Take(value, bytes.Line) is { } piece)
                {
                    yield return Read(piece, stream.BytesRead);
                }
            }
        }

        if (!stream.IsBroken && scan.End() is { } rest)
        {
            yield return Read(rest, stream.BytesRead);
        }
    }

    private SourceItem Read(TextPiece piece, long bytesRead)
    {
        var problem = piece.Problem;
        return problem is null && CslRecord.Read(piece.Bytes, options, out problem) is { } record
            ? new SourceItem.Read(record, piece.Line, bytesRead)
            : new SourceItem.Rejected(problem ?? "The item is no paper.", piece.Line, bytesRead);
    }
}
