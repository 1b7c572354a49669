using System.Runtime.CompilerServices;

namespace PaperChat.Sources.Feeds;

/// <summary>A file at an address, such as a saved list or an export that a group keeps on its site.</summary>
internal sealed class WebPageFeed(FeedClient client, Uri address, SourceOptions options)
    : PagedFeed("url", address.AbsoluteUri, new FeedPageReader(format: null), limit: null)
{
    protected override SourceOptions OptionsOf(FeedPage page) => options;

    protected override async IAsyncEnumerable<FeedPage> PagesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return await client.GetAsync(new FeedService(address.Host, address), address.PathAndQuery, cancellationToken);
    }
}
