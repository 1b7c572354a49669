using System.Globalization;
using System.Text;
using PaperChat.Papers;

namespace PaperChat.Review;

/// <summary>The themes of a review over time: a row a theme, a column a year (or a day, where papers have only the day they were listed), a mark a paper.</summary>
public static class TimelineSvg
{
    private const string Undated = "n.d.";
    private const double LabelWidth = 250;
    private const double Top = 18;
    private const double LineHeight = 15;
    private const double MarkSize = 5.5;
    private const double MarkStep = 14;
    private const int MostColumns = 26;
    private const int LabelLength = 34;

    public static string Write(LiteratureReview review)
    {
        ArgumentNullException.ThrowIfNull(review);
        var dated = review.Themes.SelectMany(t => t.Papers).Any(p => p.Year is not null);
        var columns = Columns(review, dated);
        var width = Math.Clamp(620.0 / Math.Max(1, columns.Count), 34, 90);
        var perLine = Math.Max(1, (int)((width - 6) / MarkStep));
        var (rows, marks) = (new StringBuilder(), new StringBuilder());
        var y = Top;
        for (var theme = 0; theme < review.Themes.Count; theme++)
        {
            var papers = review.Themes[theme].Papers;
            var lines = Math.Max(2, papers.GroupBy(p => Column(p, dated, columns)).Max(g => (g.Count() + perLine - 1) / perLine));
            var height = (lines * MarkStep) + 16;
            rows.Append(Row(review.Themes[theme], theme, y, height, LabelWidth + (columns.Count * width)));
            foreach (var cell in papers.GroupBy(p => Column(p, dated, columns)))
            {
                var first = y + (height / 2) - (((cell.Count() + perLine - 1) / perLine - 1) * MarkStep / 2);
                marks.Append(Marks([.. cell], theme, review.Themes[theme].Title == ReviewTheme.Other, LabelWidth + (cell.Key * width), first, width, perLine));
            }

            y += height;
        }

        var total = LabelWidth + (columns.Count * width) + 10;
        return Frame(total, y + 34) + rows + Axis(columns, width, y) + marks + "</svg>\n";
    }

    internal static string Frame(double width, double height) => string.Create(
        CultureInfo.InvariantCulture,
        $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width:F0}\" height=\"{height:F0}\" viewBox=\"0 0 {width:F0} {height:F0}\" font-family=\"system-ui, 'DejaVu Sans', sans-serif\" font-size=\"12\" fill=\"#1b1b1b\">\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");

    private static string Row(ReviewTheme theme, int index, double y, double height, double right)
    {
        var row = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"<rect x=\"0\" y=\"{y:F1}\" width=\"{right:F1}\" height=\"{height:F1}\" fill=\"{(index % 2 == 0 ? "#f5f5f5" : "#fff")}\"/>\n"));
        var lines = Wrap(theme.Title);
        var first = y + (height / 2) - ((lines.Count - 1) * LineHeight / 2) + 4;
        row.Append(ThemeMarks.Draw(index, theme.Title == ReviewTheme.Other, 14, y + (height / 2), MarkSize, null));
        for (var i = 0; i < lines.Count; i++)
        {
            row.Append(CultureInfo.InvariantCulture, $"<text x=\"28\" y=\"{first + (i * LineHeight):F1}\">{ThemeMarks.Escape(lines[i])}</text>\n");
        }

        return row.ToString();
    }

    private static string Marks(IReadOnlyList<Paper> papers, int theme, bool isOther, double x, double y, double width, int perLine)
    {
        var marks = new StringBuilder();
        for (var i = 0; i < papers.Count; i++)
        {
            var inLine = Math.Min(perLine, papers.Count - (i / perLine * perLine));
            var left = x + (width / 2) - ((inLine - 1) * MarkStep / 2);
            marks.Append(ThemeMarks.Draw(theme, isOther, left + (i % perLine * MarkStep), y + (i / perLine * MarkStep), MarkSize, papers[i]));
        }

        return marks.ToString();
    }

    private static string Axis(List<string> columns, double width, double y)
    {
        var axis = new StringBuilder();
        for (var i = 0; i < columns.Count; i++)
        {
            var x = LabelWidth + ((i + 0.5) * width);
            axis.Append(CultureInfo.InvariantCulture, $"<line x1=\"{x:F1}\" y1=\"{Top:F1}\" x2=\"{x:F1}\" y2=\"{y:F1}\" stroke=\"#e3e3e3\"/>\n<text x=\"{x:F1}\" y=\"{y + 18:F1}\" text-anchor=\"middle\" fill=\"#555\" font-size=\"11\">{ThemeMarks.Escape(columns[i])}</text>\n");
        }

        return axis.ToString();
    }

    // Every year from the first to the last, unless they are too many; then those with papers.
    private static List<string> Columns(LiteratureReview review, bool dated)
    {
        Paper[] papers = [.. review.Themes.SelectMany(t => t.Papers)];
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

    private static int Column(Paper paper, bool dated, List<string> columns) =>
        columns.IndexOf(Name(paper, dated)) is >= 0 and var at ? at : columns.Count - 1;

    private static string Name(Paper paper, bool dated) => dated
        ? paper.Year?.ToString(CultureInfo.InvariantCulture) ?? Undated
        : paper.Listed is { } day ? Day(day) : Undated;

    private static string Day(ListedDate day) =>
        $"{day.Day} {CultureInfo.InvariantCulture.DateTimeFormat.GetAbbreviatedMonthName(day.Month)}{(day.Year is { } year ? FormattableString.Invariant($" {year}") : "")}";

    private static List<string> Wrap(string title)
    {
        var lines = new List<string> { "" };
        foreach (var word in title.Split(' '))
        {
            if (lines[^1].Length > 0 && lines[^1].Length + word.Length >= LabelLength)
            {
                lines.Add("");
            }

            lines[^1] = (lines[^1] + " " + word).Trim();
        }

        return lines.Count <= 2 ? lines : [lines[0], lines[1] + "…"];
    }
}
