using System.Globalization;
using System.Runtime.CompilerServices;

namespace PaperChat.Sources.Feeds;

/// <summary>A search for words in the papers of Hugging Face (<c>GET /api/papers/search</c>): one answer, no more.</summary>
internal sealed class SearchFeed(FeedClient client, FeedService service, FeedPageReader reader, string text, int? limit)
    : PagedFeed("hf-search", "hf-search " + text, reader, limit)
{
    private const int MostResults = 120;
    private const int LongestQuery = 250;

    protected override async IAsyncEnumerable<FeedPage> PagesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var words = text.Length <= LongestQuery ? text : text[..LongestQuery];
        var count = Math.Min(limit ?? MostResults, MostResults);
        var page = await client.GetAsync(
            service, string.Create(CultureInfo.InvariantCulture, $"api/papers/search?q={Uri.EscapeDataString(words)}&limit={count}"), cancellationToken);
        if (JsonPages.CountOf(service, page) > 0)
        {
            yield return page;
        }
    }
}
