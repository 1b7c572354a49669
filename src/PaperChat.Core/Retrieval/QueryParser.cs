using System.Text;
using System.Text.RegularExpressions;
using PaperChat.Library;
using PaperChat.Papers;

namespace PaperChat.Retrieval;

/// <summary>
/// Reads the query syntax: <c>year:2020..2023 venue:ICLR author:"J. Doe" cat:cs.CL listed:2025-07-28..</c>, <c>"a phrase"</c>,
/// <c>-word</c>, <c>-"a phrase"</c>, and dates in words ("since 2023", "this week"). What is not understood stays text.
/// </summary>
public static partial class QueryParser
{
    /// <summary>Longer input is cut: nobody types it, and every word costs a search.</summary>
    public const int MaxLength = 8_000;

    /// <param name="text">The query as typed.</param>
    /// <param name="given">Filters set beside the text; one in the text wins over the same one here.</param>
    /// <param name="today">The day from which "this week" counts.</param>
    public static ParsedQuery Parse(string text, SearchFilters given, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(given);
        if (text.Length > MaxLength)
        {
            text = text[..MaxLength];
        }

        var filters = given;
        var notes = new List<string>();
        text = FilterPattern().Replace(text, match => TryFilter(match, ref filters) ? " " : match.Value);

        var excluded = new List<string>();
        text = ExclusionPattern().Replace(text, match =>
        {
            excluded.Add(match.Groups["phrase"].Success ? match.Groups["phrase"].Value : match.Groups["word"].Value);
            return " ";
        });

        var phrases = new List<string>();
        text = PhrasePattern().Replace(text, match =>
        {
            phrases.Add(match.Groups["phrase"].Value.Trim());
            return " " + match.Groups["phrase"].Value + " ";
        });

        text = DatePhrases.Take(text, today, ref filters, notes);
        return new ParsedQuery
        {
            Text = SpacePattern().Replace(text, " ").Trim(),
            Filters = filters,
            Phrases = [.. phrases.Where(p => p.Length > 0)],
            Excluded = excluded,
            Notes = notes,
        };
    }

    /// <summary>The filters as they would be typed, for messages and prompts.</summary>
    public static string Describe(SearchFilters filters)
    {
        ArgumentNullException.ThrowIfNull(filters);
        var text = new StringBuilder();
        Append(text, "year", filters.Year?.ToString());
        Append(text, "venue", filters.Venue);
        Append(text, "author", filters.Author);
        Append(text, "cat", filters.Category);
        if (filters.ListedFrom is not null || filters.ListedTo is not null)
        {
            Append(text, "listed", filters.ListedFrom == filters.ListedTo
                ? filters.ListedFrom.ToString()
                : $"{filters.ListedFrom}..{filters.ListedTo}");
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, string name, string? value)
    {
        if (value is not null)
        {
            text.Append(text.Length > 0 ? " " : "").Append(name).Append(':')
                .Append(value.Contains(' ', StringComparison.Ordinal) ? $"\"{value}\"" : value);
        }
    }

    private static bool TryFilter(Match match, ref SearchFilters filters)
    {
        var value = (match.Groups["quoted"].Success ? match.Groups["quoted"] : match.Groups["plain"]).Value.Trim();
        switch (match.Groups["name"].Value.ToLowerInvariant())
        {
            case "year" when YearRange.TryParse(value, out var range):
                filters = filters with { Year = range };
                return true;
            case "venue" when value.Length > 0:
                filters = filters with { Venue = value };
                return true;
            case "author" when value.Length > 0:
                filters = filters with { Author = value };
                return true;
            case "cat" when value.Length > 0:
                filters = filters with { Category = value };
                return true;
            case "listed" when TryListed(value, out var from, out var to):
                filters = filters with { ListedFrom = from, ListedTo = to };
                return true;
            default:
                return false;
        }
    }

    private static bool TryListed(string value, out ListedDate? from, out ListedDate? to)
    {
        var parts = value.Split("..");
        from = ListedDate.TryParse(parts[0], out var first) ? first : null;
        to = ListedDate.TryParse(parts[^1], out var last) ? last : null;
        return parts.Length <= 2 && (from is not null || to is not null)
            && (from is not null || parts[0].Length == 0) && (to is not null || parts[^1].Length == 0);
    }

    [GeneratedRegex("""(?<![\p{L}\p{N}])(?<name>year|venue|author|cat|listed):(?:"(?<quoted>[^"]*)"|(?<plain>[^\s"]+))""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FilterPattern();

    [GeneratedRegex("""(?<=^|\s)-(?:"(?<phrase>[^"]+)"|(?<word>\p{L}[\p{L}\p{N}\-]*))(?=\s|$)""", RegexOptions.CultureInvariant)]
    private static partial Regex ExclusionPattern();

    [GeneratedRegex("""["“](?<phrase>[^"“”]+)["”]""", RegexOptions.CultureInvariant)]
    private static partial Regex PhrasePattern();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex SpacePattern();
}
