using PaperChat.Library;

namespace PaperChat.Chat.Teams.Conversations;

/// <summary>The filters that <c>/filter</c> sets.</summary>
internal sealed record StoredFilters(string? Year, string? Venue, string? Author, string? Category)
{
    public static StoredFilters Of(SearchFilters filters)
    {
        ArgumentNullException.ThrowIfNull(filters);
        return new StoredFilters(filters.Year?.ToString(), filters.Venue, filters.Author, filters.Category);
    }

    public SearchFilters Read() => new()
    {
        Year = YearRange.TryParse(Year, out var range) ? range : null,
        Venue = Venue,
        Author = Author,
        Category = Category,
    };
}
