using PaperChat.Chat.Json;
using PaperChat.Hosting;
using PaperChat.Library;

namespace PaperChat.Chat.Api;

/// <summary>The filters of a request over those of the command line.</summary>
internal static class RequestFilters
{
    private const string BadYear = "The filter year is a year (2024) or a range (2020..2023, 2023.., ..2019).";

    /// <exception cref="UsageException">The year is no year.</exception>
    public static SearchFilters Over(SearchFilters others, FiltersShape? given) =>
        given is null ? others : given.TryRead(others, out var filters) ? filters : throw new UsageException(BadYear);

    /// <summary>The same with filters as an address has them: <c>?year=2020..2023&amp;venue=ICLR&amp;author=doe&amp;cat=cs.CL</c>.</summary>
    /// <exception cref="UsageException">The year is no year.</exception>
    public static SearchFilters Over(SearchFilters others, string? year, string? venue, string? author, string? cat)
    {
        var filters = Over(others, new FiltersShape { Venue = venue, Author = author, Cat = cat });
        return string.IsNullOrWhiteSpace(year) ? filters
            : YearRange.TryParse(year, out var range) ? filters with { Year = range }
            : throw new UsageException(BadYear);
    }
}
