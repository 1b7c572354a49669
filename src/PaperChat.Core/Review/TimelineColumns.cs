using System.Globalization;
using PaperChat.Papers;

namespace PaperChat.Review;

/// <summary>The columns of a timeline: years, or days where papers have only the day they were listed.</summary>
internal sealed class TimelineColumns
{
    private const string Undated = "n.d.";
    private const int MostColumns = 26;

    private readonly bool _dated;

    public TimelineColumns(LiteratureReview review)
    {
        Paper[] papers = [.. review.Themes.SelectMany(t => t.Papers)];
        _dated = papers.Any(p => p.Year is not null);
        Names = Columns(papers, _dated);
    }

    public IReadOnlyList<string> Names { get; }

    /// <summary>The index of a paper's column.</summary>
    public int Of(Paper paper) => Names.TakeWhile(n => n != Name(paper, _dated)).Count() is var at && at < Names.Count ? at : Names.Count - 1;

    // Every year from the first to the last, unless they are too many; then those with papers.
    private static List<string> Columns(IReadOnlyList<Paper> papers, bool dated)
    {
        var columns = new List<string>();
        if (dated)
        {
            int[] years = [.. papers.Select(p => p.Year).OfType<int>().Distinct().Order()];
            columns.AddRange((years[^1] - years[0] < MostColumns ? Enumerable.Range(years[0], years[^1] - years[0] + 1) : years.TakeLast(MostColumns)).Select(y => y.ToString(CultureInfo.InvariantCulture)));
        }
        else
        {
            columns.AddRange(papers.Select(p => p.Listed).OfType<ListedDate>().Distinct().Order().TakeLast(MostColumns).Select(Day));
        }

        if (papers.Any(p => !columns.Contains(Name(p, dated))))
        {
            columns.Add(Undated);
        }

        return columns;
    }

    private static string Name(Paper paper, bool dated) => dated
        ? paper.Year?.ToString(CultureInfo.InvariantCulture) ?? Undated
        : paper.Listed is { } day ? Day(day) : Undated;

    private static string Day(ListedDate day) =>
        $"{day.Day} {CultureInfo.InvariantCulture.DateTimeFormat.GetAbbreviatedMonthName(day.Month)}{(day.Year is { } year ? FormattableString.Invariant($" {year}") : "")}";
}
