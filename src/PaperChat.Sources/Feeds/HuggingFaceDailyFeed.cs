using System.Globalization;
using System.Runtime.CompilerServices;
using PaperChat.Papers;

namespace PaperChat.Sources.Feeds;

/// <summary>
/// The Daily Papers of Hugging Face, day by day (<c>GET /api/daily_papers</c>). There are no lists on most weekends: a day without
/// papers is none that failed.
/// </summary>
internal sealed class HuggingFaceDailyFeed(FeedClient client, FeedService service, FeedPageReader reader, DailyPapersQuery query)
    : PagedFeed("hf-daily", "hf-daily " + query, reader, query.Limit)
{
    private const int PageSize = 100;

    private readonly Dictionary<Uri, DateOnly> _days = [];

    protected override SourceOptions OptionsOf(FeedPage page) =>
        _days.TryGetValue(page.Address, out var day) ? new SourceOptions { Listed = new ListedDate(day.Year, day.Month, day.Day) } : new SourceOptions();

    protected override async IAsyncEnumerable<FeedPage> PagesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var (wanted, day) in query.Requests())
        {
            for (var number = 0; ; number++)
            {
                var path = string.Create(CultureInfo.InvariantCulture, $"api/daily_papers?{wanted}&limit={PageSize}&p={number}");
                var page = await client.GetAsync(service, path, cancellationToken);
                if (day is { } listed)
                {
                    _days[page.Address] = listed;
                }

                var count = JsonPages.CountOf(service, page);
                if (count > 0)
                {
                    yield return page;
                }

                if (count < PageSize)
                {
                    break;
                }
            }
        }
    }
}
