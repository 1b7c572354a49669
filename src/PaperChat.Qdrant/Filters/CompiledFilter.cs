using PaperChat.Library;
using PaperChat.Papers;
using PaperChat.Qdrant.Points;
using PaperChat.Qdrant.Transport;

namespace PaperChat.Qdrant.Filters;

/// <summary>A filter of papers as the server is asked for it.</summary>
/// <param name="Points">Lets through all that the filter means, and no others where it is exact.</param>
/// <param name="IsExact">False where papers have to be checked again, one by one.</param>
internal sealed record CompiledFilter(PointFilter Points, bool IsExact)
{
    public const string AuthorKey = PointKeys.Author;

    private static readonly PointCondition IsPaper = new PointCondition.Value(PointKeys.Type, PointKeys.PaperType);

    private static readonly PointCondition IsChunk = new PointCondition.Any(PointKeys.Type, [PointKeys.PaperType, PointKeys.PassageType]);

    /// <summary>Papers, one point each; null when nothing can match.</summary>
    public static CompiledFilter? OfPapers(SearchFilters filters) => Of(filters, IsPaper);

    /// <summary>Chunks; null when nothing can match. Without a filter there is no condition either: only chunks have vectors.</summary>
    public static CompiledFilter? OfVectors(SearchFilters filters) => Of(filters, null);

    /// <summary>Chunks, to be counted.</summary>
    public static PointFilter AllChunks { get; } = new() { Must = [IsChunk] };

    private static CompiledFilter? Of(SearchFilters filters, PointCondition? type)
    {
        List<PointCondition> must = type is null ? [] : [type];
        var isExact = true;
        if (filters.Year is { } year)
        {
            must.Add(new PointCondition.Range(PointKeys.Year, year.From, year.To));
        }

        if (filters.ListedFrom is not null || filters.ListedTo is not null)
        {
            must.Add(new PointCondition.Range(PointKeys.ListedDay, DayOf(filters.ListedFrom), DayOf(filters.ListedTo)));
        }

        if (filters.Category is { } category)
        {
            must.Add(new PointCondition.Value(PointKeys.CategoryKeys, FilterKeys.CategoryKey(category)));
        }

        if (filters.Papers is { } papers)
        {
            must.Add(new PointCondition.Any(PointKeys.Paper, [.. papers.Select(p => p.Value).Distinct(StringComparer.Ordinal)]));
        }

        var canMatch = filters.Papers is not { Count: 0 } && AddVenue(filters.Venue, must, ref isExact) && AddAuthor(filters.Author, must);
        return canMatch ? new CompiledFilter(new PointFilter { Must = must }, isExact) : null;
    }

    /// <summary>A day as a number that sorts as <see cref="ListedDate"/> does; a day without a year comes before all others.</summary>
    public static long? DayOf(ListedDate? date) => date is { } day ? ((day.Year ?? 0) * 10_000L) + (day.Month * 100) + day.Day : null;

    private static bool AddVenue(string? venue, List<PointCondition> must, ref bool isExact)
    {
        if (venue is null)
        {
            return true;
        }

        var words = FilterKeys.Words(venue);
        var count = Math.Min(words.Length, FilterKeys.LongestRun);
        for (var start = 0; start + count <= words.Length && count > 0; start++)
        {
            must.Add(new PointCondition.Value(PointKeys.VenueRuns, string.Join(' ', words, start, count)));
        }

        isExact = words.Length <= FilterKeys.LongestRun;
        return words.Length > 0;
    }

    // Each word of the filter is a word of one author's name, or one of the two is the other's first letter.
    private static bool AddAuthor(string? author, List<PointCondition> must)
    {
        if (author is null)
        {
            return true;
        }

        var words = FilterKeys.Words(author);
        must.Add(new PointCondition.Nested(AuthorKey, new PointFilter { Must = [.. words.Select(OfWord)] }));
        return words.Length > 0;
    }

    private static PointCondition OfWord(string word) => word.Length == 1
        ? new PointCondition.Value(PointKeys.Initials, word)
        : new PointCondition.Any(PointKeys.NameWords, char.IsSurrogate(word[0]) ? [word] : [word, word[..1]]);
}
