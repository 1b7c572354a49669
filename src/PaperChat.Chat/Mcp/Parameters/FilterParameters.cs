using PaperChat.Library;

namespace PaperChat.Chat.Mcp.Parameters;

/// <summary>The filters that every searching tool takes.</summary>
internal static class FilterParameters
{
    private const int Longest = 200;

    private static readonly TextParameter Year = new("year", "Only papers of these years: 2024, 2020..2023, 2023.. or ..2019.", Longest);
    private static readonly TextParameter Venue = new("venue", "Only papers of this venue, such as ICLR.", Longest);
    private static readonly TextParameter Author = new("author", "Only papers of this author.", Longest);
    private static readonly TextParameter Category = new("category", "Only papers of this category or with this keyword, such as cs.CL.", Longest);

    public static IReadOnlyList<ToolParameter> All { get; } = [Year, Venue, Author, Category];

    /// <summary>The filters of a call over those the program was started with: where both set one, the call's wins.</summary>
    public static SearchFilters Read(ToolArguments arguments, SearchFilters others)
    {
        ArgumentNullException.ThrowIfNull(others);
        var year = others.Year;
        if (Year.Read(arguments) is { } text)
        {
            year = YearRange.TryParse(text, out var range) ? range : throw new ToolException("The argument year is 2024, 2020..2023, 2023.. or ..2019.");
        }

        return others with
        {
            Year = year,
            Venue = Venue.Read(arguments) ?? others.Venue,
            Author = Author.Read(arguments) ?? others.Author,
            Category = Category.Read(arguments) ?? others.Category,
        };
    }
}
