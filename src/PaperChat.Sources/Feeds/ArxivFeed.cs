using System.Globalization;
using System.Runtime.CompilerServices;
using PaperChat.Ingestion;
using PaperChat.Sources.Records;

namespace PaperChat.Sources.Feeds;

/// <summary>
/// A search of arXiv (<c>GET /api/query</c>, https://info.arxiv.org/help/api/user-manual.html), newest first. Its answers change once a
/// day; sometimes one is empty though there are more papers, and comes whole when it is asked for again.
/// </summary>
internal sealed class ArxivFeed(FeedClient client, FeedService service, FeedPageReader reader, ArxivQuery query)
    : PagedFeed("arxiv", "arxiv " + query, reader, query.Limit)
{
    private const int PageSize = 200;

    // The service gives no more than this of one search.
    private const int MostResults = 30_000;

    private const int EmptyPages = 3;

    protected override async IAsyncEnumerable<FeedPage> PagesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var total = int.MaxValue;
        for (var start = 0; start < Math.Min(total, MostResults); start += PageSize)
        {
            var size = Math.Min(PageSize, (query.Limit ?? int.MaxValue) - start);
            if (size <= 0)
            {
                yield break;
            }

            var (page, head) = await PageAsync(start, size, cancellationToken);
            total = head.Total;
            if (head.Entries == 0)
            {
                yield break;
            }

            yield return page;
        }
    }

    private async Task<(FeedPage Page, XmlPageHead Head)> PageAsync(int start, int size, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            // The attempt is a parameter that the service does not know: an empty answer must not come out of the cache again.
            var again = attempt == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"&attempt={attempt}");
            var path = string.Create(
                CultureInfo.InvariantCulture,
                $"api/query?{query.Parameters}&start={start}&max_results={size}&sortBy=submittedDate&sortOrder=descending{again}");
            var page = await client.GetAsync(service, path, cancellationToken);
            var head = XmlPageHead.Read(service, page);
            if (head.Error is { } error)
            {
                throw new SourceException($"{service} refuses the query {Excerpt.Of(query.ToString())}: {Excerpt.Of(error)}");
            }

            if (head.Entries > 0 || head.Total <= start)
            {
                return (page, head);
            }

            if (attempt == EmptyPages)
            {
                throw new SourceException($"{service} sends empty pages though it has {head.Total:N0} papers. Try again later; what was read before is kept.", isTransient: true);
            }
        }
    }
}
