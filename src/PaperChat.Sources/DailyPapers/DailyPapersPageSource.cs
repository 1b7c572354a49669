using System.Runtime.CompilerServices;
using PaperChat.Ingestion;
using PaperChat.Sources.Inputs;

namespace PaperChat.Sources.DailyPapers;

/// <summary>
/// A Hugging Face Daily Papers page saved as text: a banner, the heading, the day (mostly without a year, and then none is
/// invented), and title and abstract in turn.
/// </summary>
internal sealed class DailyPapersPageSource(SourceInput input, SourceOptions options) : InputSource(SourceFormats.DailyPapers, input)
{
    protected override async IAsyncEnumerable<SourceItem> ReadAsync(InputStream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var page = new PageReader(options);
        await foreach (var piece in new PagePieces(stream).ReadAsync(cancellationToken))
        {
            page.Add(piece);
            foreach (var item in Ready(page, stream))
            {
                yield return item;
            }
        }

        page.Finish(stream.IsBroken);
        foreach (var item in Ready(page, stream))
        {
            yield return item;
        }
    }

    private static IEnumerable<SourceItem> Ready(PageReader page, InputStream stream)
    {
        while (page.TryTake(out var item))
        {
            yield return item.Record is { } record
                ? new SourceItem.Read(record, item.Line, stream.BytesRead)
                : new SourceItem.Rejected(item.Problem!, item.Line, stream.BytesRead);
        }
    }
}
