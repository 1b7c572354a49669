using System.Text.RegularExpressions;
using PaperChat.Hosting;
using PaperChat.Library;

namespace PaperChat.Chat.Console.Session;

/// <summary>Filters as text: <c>year:2020..2023 venue:ICLR author:"Jane Doe" cat:cs.CL</c>.</summary>
internal static partial class FilterText
{
    /// <summary>Reads filters over those that are set; a name without a value (<c>venue:</c>) takes that one away.</summary>
    public static bool TryParse(string text, SearchFilters present, out SearchFilters filters, out string problem)
    {
        filters = present;
        problem = "";
        var rest = Filter().Replace(text, "").Trim();
        if (rest.Length > 0)
        {
            problem = $"Not understood: {TerminalText.Line(rest)}. Filters are year:2020..2023 venue:ICLR author:\"Jane Doe\" cat:cs.CL, and /filter off";
            return false;
        }

        foreach (Match match in Filter().Matches(text))
        {
            var value = match.Groups["value"].Value.Trim('"').Trim();
            if (Apply(filters, match.Groups["name"].Value.ToLowerInvariant(), value.Length == 0 ? null : value) is not { } next)
            {
                problem = $"A year is 2024, 2020..2023, 2023.. or ..2019, not {TerminalText.Line(value)}";
                return false;
            }

            filters = next;
        }

        return true;
    }

    public static string Describe(SearchFilters filters)
    {
        ArgumentNullException.ThrowIfNull(filters);
        List<string> parts = [];
        Add("year", filters.Year?.ToString());
        Add("venue", filters.Venue);
        Add("author", filters.Author);
        Add("cat", filters.Category);
        return string.Join(' ', parts);

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                parts.Add(name + ":" + (value.Contains(' ', StringComparison.Ordinal) ? $"\"{TerminalText.Line(value)}\"" : TerminalText.Line(value)));
            }
        }
    }

    private static SearchFilters? Apply(SearchFilters filters, string name, string? value) => name switch
    {
        "year" when value is null => filters with { Year = null },
        "year" => YearRange.TryParse(value, out var range) ? filters with { Year = range } : null,
        "venue" => filters with { Venue = value },
        "author" => filters with { Author = value },
        _ => filters with { Category = value },
    };

    [GeneratedRegex(@"\b(?<name>year|venue|author|cat):(?<value>""[^""]*""|\S*)", RegexOptions.IgnoreCase)]
    private static partial Regex Filter();
}
