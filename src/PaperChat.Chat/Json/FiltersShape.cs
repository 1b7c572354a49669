using PaperChat.Library;

namespace PaperChat.Chat.Json;

/// <summary>Filters as JSON has them; <see cref="TryRead"/> gives their meaning.</summary>
internal sealed record FiltersShape
{
    public string? Year { get; init; }

    public string? Venue { get; init; }

    public string? Author { get; init; }

    public string? Cat { get; init; }

    /// <summary>These filters over <paramref name="others"/>: where both set one, these win. False when the year is no year.</summary>
    public bool TryRead(SearchFilters others, out SearchFilters filters)
    {
        filters = others;
        YearRange? year = others.Year;
        if (!string.IsNullOrWhiteSpace(Year))
        {
            if (!YearRange.TryParse(Year, out var range))
            {
                return false;
            }

            year = range;
        }

        filters = others with
        {
            Year = year,
            Venue = Given(Venue) ?? others.Venue,
            Author = Given(Author) ?? others.Author,
            Category = Given(Cat) ?? others.Category,
        };
        return true;
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
