using System.Globalization;
using System.Runtime.CompilerServices;

namespace PaperChat.Sources.Feeds;

/// <summary>A search for words in the papers of Hugging Face (<c>GET /api/papers/search</c>): one answer, no more.</summary>
internal sealed class SearchFeed(FeedClient client, FeedService service, FeedPageReader reader, string text, int count)
    : PagedFeed("hf-search", "hf-search " + text, reader, count)
{
    /// <summary>The most that the service gives.</summary>
    public const int MostResults = 120;

    private const int LongestQuery = 250;

    protected override async IAsyncEnumerable<FeedPage> PagesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var words = text.Length <= LongestQuery ? text : text[..LongestQuery];
        var page = await client.GetAsync(
            service, string.Create(CultureInfo.InvariantCulture, $"api/papers/search?q={Uri.EscapeDataString(words)}&limit={Math.Min(count, MostResults)}"), cancellationToken);
        if (JsonPages.CountOf(service, page) > 0)
        {
            yield return page;
        }
    }
}
