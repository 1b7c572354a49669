using System.Runtime.CompilerServices;
using PaperChat.Ingestion;

namespace PaperChat.Sources.Feeds;

/// <summary>
/// Several feeds for the same papers: where one fails for now, the next takes over from the start. What came twice changes nothing in
/// a library. The failure of the last one is the feed's.
/// </summary>
public sealed class FallbackFeed(IReadOnlyList<Feed> feeds) : Feed
{
    public override string Format => feeds[0].Format;

    public override string Location => feeds[0].Location;

    public override async IAsyncEnumerable<SourceItem> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Failure = null;
        for (var i = 0; i < feeds.Count; i++)
        {
            SourceItem? last = null;
            await foreach (var item in feeds[i].ReadAsync(cancellationToken))
            {
                // The last item may be the failure, which is told only when nobody takes over.
                if (last is not null)
                {
                    yield return last;
                }

                last = item;
            }

            Failure = feeds[i].Failure;
            var isTaken = Failure is { IsTransient: true } && i + 1 < feeds.Count;
            if (last is not null && !isTaken)
            {
                yield return last;
            }

            if (!isTaken)
            {
                yield break;
            }
        }
    }
}
