using PaperChat.Bibliography;

namespace PaperChat.Review;

/// <summary>The map as a <c>picture</c> of LaTeX, which needs no package: each paper as its theme's letter, and names where there is room.</summary>
internal static class MapLatex
{
    // Millimetres.
    private const double Width = 160;
    private const double Scale = Width / MapLayout.Width;
    private const double Height = MapLayout.Height * Scale;
    private const double LegendLine = 4.4;

    public static string Write(LiteratureReview review)
    {
        var legend = (review.Themes.Count * LegendLine) + 3;
        var picture = new LatexPicture(Width, Height + legend);
        foreach (var mark in MapLayout.Of(review))
        {
            picture.Put(mark.X * Scale, Up(mark.Y) + legend, $@"\footnotesize\textbf{{{ThemeMarks.LetterOf(mark.Theme)}}}", "");
            if (mark is { NameX: { } x, NameY: { } y })
            {
                picture.Put(x * Scale, Up(y + 7) + legend, $@"\tiny {LatexText.Of(mark.Name)}", "l");
            }
        }

        picture.Line(0, legend - 1, Width);
        for (var i = 0; i < review.Themes.Count; i++)
        {
            picture.Put(4, legend - 3.5 - (i * LegendLine), FormattableString.Invariant($@"\footnotesize\textbf{{{ThemeMarks.LetterOf(i)}}}\enspace {LatexText.Of(review.Themes[i].Title)} ({review.Themes[i].Papers.Count})"), "l");
        }

        return picture.ToString();
    }

    private static double Up(double y) => (MapLayout.Height - y) * Scale;
}
