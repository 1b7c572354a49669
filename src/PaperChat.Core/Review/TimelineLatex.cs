using PaperChat.Bibliography;

namespace PaperChat.Review;

/// <summary>The timeline as a <c>picture</c> of LaTeX, which needs no package: a row a theme under its letter, a column a year, a disc a paper.</summary>
internal static class TimelineLatex
{
    // Millimetres.
    private const double Width = 160;
    private const double LabelWidth = 56;
    private const double MostColumn = 14;
    private const double MarkSize = 2;
    private const double MarkStep = 3;
    private const double Axis = 6;

    public static string Write(LiteratureReview review)
    {
        var columns = new TimelineColumns(review);
        var width = Math.Min((Width - LabelWidth) / columns.Names.Count, MostColumn);
        var perLine = Math.Max(1, (int)((width - 0.8) / MarkStep));
        var rows = review.Themes.Select(t => Math.Max(2, t.Papers.GroupBy(columns.Of).Select(g => Lines(g.Count(), perLine)).DefaultIfEmpty(0).Max())).ToArray();
        var picture = new LatexPicture(Width, Axis + rows.Sum(Height));
        var y = Axis + rows.Sum(Height);
        for (var theme = 0; theme < review.Themes.Count; theme++)
        {
            var height = Height(rows[theme]);
            picture.Line(0, y, LabelWidth + (columns.Names.Count * width));
            picture.Put(0, y - (height / 2), $@"\parbox{{{LatexPicture.Number(LabelWidth - 4)}mm}}{{\footnotesize\raggedright\textbf{{{ThemeMarks.LetterOf(theme)}}}\enspace {LatexText.Of(review.Themes[theme].Title)}}}", "l");
            foreach (var cell in review.Themes[theme].Papers.GroupBy(columns.Of))
            {
                Discs(picture, cell.Count(), LabelWidth + ((cell.Key + 0.5) * width), y - (height / 2), perLine);
            }

            y -= height;
        }

        picture.Line(0, Axis, LabelWidth + (columns.Names.Count * width));
        foreach (var (i, name) in columns.Names.Index())
        {
            picture.Put(LabelWidth + ((i + 0.5) * width), Axis / 2, $@"{(width < 8 ? @"\tiny" : @"\footnotesize")} {LatexText.Of(name)}", "");
        }

        return picture.ToString();
    }

    private static double Height(int lines) => (lines * MarkStep) + 2.5;

    private static int Lines(int papers, int perLine) => (papers + perLine - 1) / perLine;

    private static void Discs(LatexPicture picture, int papers, double x, double y, int perLine)
    {
        var top = y + ((Lines(papers, perLine) - 1) * MarkStep / 2);
        for (var i = 0; i < papers; i++)
        {
            var inLine = Math.Min(perLine, papers - (i / perLine * perLine));
            picture.Disc(x + (((i % perLine) - ((inLine - 1) / 2.0)) * MarkStep), top - (i / perLine * MarkStep), MarkSize);
        }
    }
}
