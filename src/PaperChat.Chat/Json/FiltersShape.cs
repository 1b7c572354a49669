using System.Text.Json;
using System.Text.Json.Serialization;
using PaperChat.Library;

namespace PaperChat.Chat.Json;

/// <summary>
/// Filters as JSON has them; <see cref="TryRead"/> gives their meaning. An unknown name is refused, because a filter that is
/// silently left out gives wrong answers.
/// </summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record FiltersShape
{
    /// <summary>A year as a number, or a range as text.</summary>
    public JsonElement? Year { get; init; }

    public string? Venue { get; init; }

    public string? Author { get; init; }

    public string? Cat { get; init; }

    /// <summary>These filters over <paramref name="others"/>: where both set one, these win. False when the year is no year.</summary>
    public bool TryRead(SearchFilters others, out SearchFilters filters)
    {
        filters = others;
        YearRange? year = others.Year;
        if (Year is { } given && given.ToString() is { Length: > 0 } text)
        {
            if (!YearRange.TryParse(text, out var range))
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
