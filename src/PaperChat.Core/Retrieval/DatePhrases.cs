using System.Globalization;
using System.Text.RegularExpressions;
using PaperChat.Library;
using PaperChat.Papers;

namespace PaperChat.Retrieval;

/// <summary>Dates in words that narrow a question: years of publication, and days on which a feed listed a paper.</summary>
internal static partial class DatePhrases
{
    /// <summary>Takes the date phrases out of a text and into the filters, unless the same filter is already set.</summary>
    public static string Take(string text, DateOnly today, ref SearchFilters filters, List<string> notes)
    {
        var result = filters;
        if (result.Year is null)
        {
            text = YearPattern().Replace(text, match =>
            {
                if (result.Year is not null || Years(match, today.Year) is not { } range)
                {
                    return match.Value;
                }

                result = result with { Year = range };
                notes.Add($"only papers with year {range}");
                return " ";
            });
        }

        if (result.ListedFrom is null && result.ListedTo is null)
        {
            text = DayPattern().Replace(text, match =>
            {
                var from = Start(match.Value.ToLowerInvariant(), today);
                result = result with { ListedFrom = from, ListedTo = ToListed(today) };
                notes.Add($"only papers listed from {from} to {ToListed(today)}");
                return " ";
            });
        }

        filters = result;
        return text;
    }

    private static YearRange? Years(Match match, int thisYear)
    {
        if (match.Groups["relative"].Success)
        {
            var year = match.Groups["relative"].Value.StartsWith("this", StringComparison.OrdinalIgnoreCase) ? thisYear : thisYear - 1;
            return new YearRange(year, match.Groups["since"].Success ? null : year);
        }

        var first = Year(match.Groups["first"]);
        if (match.Groups["second"].Success)
        {
            var second = Year(match.Groups["second"]);
            return first <= second ? new YearRange(first, second) : null;
        }

        return match.Groups["word"].Value.ToLowerInvariant() switch
        {
            "since" or "from" => new YearRange(first, null),
            "after" => new YearRange(first + 1, null),
            "before" => new YearRange(null, first - 1),
            "until" or "up to" or "till" => new YearRange(null, first),
            _ => new YearRange(first, first),
        };
    }

    private static int Year(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    private static ListedDate Start(string phrase, DateOnly today) => ToListed(phrase switch
    {
        _ when phrase.Contains("today", StringComparison.Ordinal) => today,
        _ when phrase.Contains("week", StringComparison.Ordinal) => today.AddDays(-6),
        _ => today.AddDays(-29),
    });

    private static ListedDate ToListed(DateOnly day) => new(day.Year, day.Month, day.Day);

    [GeneratedRegex("""
        \b(?:(?<since>since\s+)?(?:(?:published|appeared|written|from|in)\s+)?(?<relative>this\s+year|last\s+year)
          |between\s+(?<first>(?:19[5-9]|20[0-4])\d)\s+and\s+(?<second>(?:19[5-9]|20[0-4])\d)
          |from\s+(?<first>(?:19[5-9]|20[0-4])\d)\s*(?:to|until|till|-|–|\.\.)\s*(?<second>(?:19[5-9]|20[0-4])\d)
          |(?:(?:published|appeared|written)\s+)?(?<word>since|after|before|until|till|up\s+to|from|in)\s+(?<first>(?:19[5-9]|20[0-4])\d)(?:\s+onwards?)?)
        (?![\p{L}\p{N}]|[-.,][\p{L}\p{N}]|\s+(?:papers|steps|tokens|samples|images|videos|hours|words|examples|questions|parameters|dimensions|epochs|iterations)\b)
        """, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex YearPattern();

    [GeneratedRegex(@"\b(?:(?:listed|published|posted|from|of)\s+today\b(?!')|today's(?=\s+(?:papers?|page|list|picks|listing))|(?:(?:listed|published|posted|from|of|in)\s+)?(?:this|the\s+last|the\s+past|past)\s+(?:week|month)(?:'s)?\b)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DayPattern();
}
