using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using PaperChat.Ingestion;

namespace PaperChat.Sources.Feeds;

/// <summary>
/// The papers of a service, page by page. A service that fails ends the feed: what came before is kept, the failure is the last item,
/// and <see cref="Feed.Failure"/> says whether another source should take over.
/// </summary>
internal abstract class PagedFeed(string format, string location, FeedPageReader reader, int? limit) : Feed
{
    // A service that answers the same page again and again would never end.
    private const int MostPages = 100_000;

    public override string Format => format;

    public override string Location => location;

    public override async IAsyncEnumerable<SourceItem> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Failure = null;
        var left = limit ?? int.MaxValue;
        var bytes = 0L;
        byte[]? before = null;
        await using var pages = PagesAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
        for (var number = 0; number < MostPages && left > 0 && await NextAsync(pages); number++)
        {
            var page = pages.Current;
            var hash = SHA256.HashData(page.Body.Span);
            if (before is not null && hash.AsSpan().SequenceEqual(before))
            {
                Failure = new SourceException($"{location}: the service answers the same page again. What came before it was read.", isTransient: true);
                break;
            }

            before = hash;
            await foreach (var item in reader.ReadAsync(page, OptionsOf(page), cancellationToken))
            {
                yield return item with { BytesRead = bytes + item.BytesRead };
                left -= item is SourceItem.Read ? 1 : 0;
                if (left == 0)
                {
                    break;
                }
            }

            bytes += page.Body.Length;
        }

        if (Failure is { } failure)
        {
            yield return new SourceItem.Rejected(failure.Message, null, bytes);
        }
    }

    /// <summary>The pages in order; what a page says of the next is for the feed to read.</summary>
    /// <exception cref="SourceException">The service failed.</exception>
    protected abstract IAsyncEnumerable<FeedPage> PagesAsync(CancellationToken cancellationToken);

    /// <summary>What the feed knows of all papers of a page.</summary>
    protected virtual SourceOptions OptionsOf(FeedPage page) => new();

    private async Task<bool> NextAsync(IAsyncEnumerator<FeedPage> pages)
    {
        try
        {
            return await pages.MoveNextAsync();
        }
        catch (SourceException failure)
        {
            Failure = failure;
            return false;
        }
    }
}
