using System.Runtime.CompilerServices;
using PaperChat.Ingestion;

namespace PaperChat.Sources.Feeds;

/// <summary>Several feeds one after another, up to a number of papers; the first that fails ends it.</summary>
internal sealed class ConcatenatedFeed(IReadOnlyList<Feed> feeds, int? limit) : Feed
{
    public override string Format => feeds[0].Format;

    public override string Location => feeds[0].Location;

    public override async IAsyncEnumerable<SourceItem> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Failure = null;
        var left = limit ?? int.MaxValue;
        for (var i = 0; i < feeds.Count && Failure is null && left > 0; i++)
        {
            await foreach (var item in feeds[i].ReadAsync(cancellationToken))
            {
                yield return item;
                left -= item is SourceItem.Read ? 1 : 0;
                if (left == 0)
                {
                    yield break;
                }
            }

            Failure = feeds[i].Failure;
        }
    }
}
