using System.Globalization;
using System.Text;
using PaperChat.Papers;

namespace PaperChat.Review;

/// <summary>The themes of a review over time: a row a theme, a column a year (or a day, where papers have only the day they were listed), a mark a paper.</summary>
public static class TimelineSvg
{
    private const double LabelWidth = 250;
    private const double Top = 18;
    private const double LineHeight = 15;
    private const double MarkSize = 5.5;
    private const double MarkStep = 14;
    private const int LabelLength = 34;

    public static string Write(LiteratureReview review)
    {
        ArgumentNullException.ThrowIfNull(review);
        var columns = new TimelineColumns(review);
        var width = Math.Clamp(620.0 / Math.Max(1, columns.Names.Count), 34, 90);
        var perLine = Math.Max(1, (int)((width - 6) / MarkStep));
        var (rows, marks) = (new StringBuilder(), new StringBuilder());
        var y = Top;
        for (var theme = 0; theme < review.Themes.Count; theme++)
        {
            var papers = review.Themes[theme].Papers;
            var lines = Math.Max(2, papers.GroupBy(p => columns.Of(p)).Max(g => (g.Count() + perLine - 1) / perLine));
            var height = (lines * MarkStep) + 16;
            rows.Append(Row(review.Themes[theme], theme, y, height, LabelWidth + (columns.Names.Count * width)));
            foreach (var cell in papers.GroupBy(p => columns.Of(p)))
            {
                var first = y + (height / 2) - (((cell.Count() + perLine - 1) / perLine - 1) * MarkStep / 2);
                marks.Append(Marks([.. cell], theme, review.Themes[theme].Title == ReviewTheme.Other, LabelWidth + (cell.Key * width), first, width, perLine));
            }

            y += height;
        }

        var total = LabelWidth + (columns.Names.Count * width) + 10;
        return Frame(total, y + 34) + rows + Axis(columns.Names, width, y) + marks + "</svg>\n";
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

    private static string Axis(IReadOnlyList<string> columns, double width, double y)
    {
        var axis = new StringBuilder();
        for (var i = 0; i < columns.Count; i++)
        {
            var x = LabelWidth + ((i + 0.5) * width);
            axis.Append(CultureInfo.InvariantCulture, $"<line x1=\"{x:F1}\" y1=\"{Top:F1}\" x2=\"{x:F1}\" y2=\"{y:F1}\" stroke=\"#e3e3e3\"/>\n<text x=\"{x:F1}\" y=\"{y + 18:F1}\" text-anchor=\"middle\" fill=\"#555\" font-size=\"11\">{ThemeMarks.Escape(columns[i])}</text>\n");
        }

        return axis.ToString();
    }

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
