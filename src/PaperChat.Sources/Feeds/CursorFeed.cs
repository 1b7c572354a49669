using System.Runtime.CompilerServices;

namespace PaperChat.Sources.Feeds;

/// <summary>A search whose every answer names the next: OpenAlex (a cursor) and Semantic Scholar (a token).</summary>
/// <param name="client">Asks.</param>
/// <param name="service">Whom.</param>
/// <param name="reader">Reads the answers.</param>
/// <param name="search">The search.</param>
internal sealed class CursorFeed(FeedClient client, FeedService service, FeedPageReader reader, CursorSearch search)
    : PagedFeed(search.Format, search.Description, reader, search.Limit)
{
    protected override async IAsyncEnumerable<FeedPage> PagesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var next = search.FirstCursor; ;)
        {
            var page = await client.GetAsync(service, search.Path + (next is null ? "" : $"&{search.Parameter}={Uri.EscapeDataString(next)}"), cancellationToken);
            var following = JsonPages.TextAt(service, page, search.NextCursor);
            yield return page;
            if (following is null || following == next)
            {
                yield break;
            }

            next = following;
        }
    }
}
