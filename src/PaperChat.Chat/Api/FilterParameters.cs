using PaperChat.Hosting;
using PaperChat.Library;

namespace PaperChat.Chat.Api;

/// <summary>The filters in an address: <c>?year=2020..2023&amp;venue=ICLR&amp;author=doe&amp;cat=cs.CL</c>.</summary>
internal sealed record FilterParameters(string? Year, string? Venue, string? Author, string? Cat)
{
    /// <summary>These filters over <paramref name="others"/>.</summary>
    /// <exception cref="UsageException">The year is no year.</exception>
    public SearchFilters Over(SearchFilters others)
    {
        ArgumentNullException.ThrowIfNull(others);
        var years = others.Year;
        if (!string.IsNullOrWhiteSpace(Year))
        {
            years = YearRange.TryParse(Year, out var range) ? range : throw new UsageException(BadYear);
        }

        return others with
        {
            Year = years,
            Venue = Given(Venue) ?? others.Venue,
            Author = Given(Author) ?? others.Author,
            Category = Given(Cat) ?? others.Category,
        };
    }

    public const string BadYear = "The filter year is a year (2024) or a range (2020..2023, 2023.., ..2019).";

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
