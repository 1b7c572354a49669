using System.Globalization;
using System.Text;

namespace PaperChat.Review;

/// <summary>The papers of a review in a plane, like ones near each other; themes by colour and shape; the title is shown on pointing.</summary>
public static class MapSvg
{
    private const double Width = 880;
    private const double Height = 560;
    private const double Margin = 46;
    private const double MarkSize = 7;
    private const double LegendLine = 20;
    private const int NameLength = 26;
    private const double LetterWidth = 6.1;
    private const double CapitalWidth = 7.8;

    public static string Write(LiteratureReview review)
    {
        ArgumentNullException.ThrowIfNull(review);
        var points = review.Themes.SelectMany((t, i) => t.Papers.Select(p => (Theme: i, IsOther: t.Title == ReviewTheme.Other, Paper: p))).DistinctBy(p => p.Paper.Id)
            .Select(p => (p.Theme, p.IsOther, p.Paper, At: Place(review.Places[p.Paper.Id]))).ToArray();
        var body = new StringBuilder();
        var taken = points.Select(p => new Box(p.At.X - MarkSize, p.At.Y - MarkSize, 2 * MarkSize, 2 * MarkSize)).ToList();
        foreach (var (theme, isOther, paper, at) in points)
        {
            body.Append(ThemeMarks.Draw(theme, isOther, at.X, at.Y, MarkSize, paper));
            var name = ThemeMarks.ShortName(paper, NameLength);
            if (Free(name, at, taken) is { } box)
            {
                // A name that would lie on another one is left out: pointing at the mark shows the title.
                taken.Add(box);
                body.Append(CultureInfo.InvariantCulture, $"<text x=\"{box.X:F1}\" y=\"{box.Y + 10.5:F1}\" font-size=\"11\" fill=\"#333\">{ThemeMarks.Escape(name)}</text>\n");
            }
        }

        var legend = Legend(review);
        return TimelineSvg.Frame(Width, Height + 16 + (review.Themes.Count * LegendLine)) + body + legend + "</svg>\n";
    }

    private static (double X, double Y) Place((double X, double Y) at) =>
        (Margin + ((at.X + 1) / 2 * (Width - (2 * Margin))), Margin + ((at.Y + 1) / 2 * (Height - (2 * Margin))));

    private static Box? Free(string name, (double X, double Y) at, List<Box> taken)
    {
        var width = name.Sum(c => char.IsUpper(c) ? CapitalWidth : LetterWidth);
        Box[] tried =
        [
            new(at.X + MarkSize + 4, at.Y - 7, width, 14), new(at.X - MarkSize - 4 - width, at.Y - 7, width, 14),
            new(at.X - (width / 2), at.Y - MarkSize - 16, width, 14), new(at.X - (width / 2), at.Y + MarkSize + 3, width, 14),
        ];
        foreach (var box in tried)
        {
            if (box.X > 2 && box.X + box.Width < Width - 2 && box.Y > 2 && !taken.Exists(t => t.Meets(box)))
            {
                return box;
            }
        }

        return null;
    }

    private static string Legend(LiteratureReview review)
    {
        var legend = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"<line x1=\"{Margin:F0}\" y1=\"{Height:F0}\" x2=\"{Width - Margin:F0}\" y2=\"{Height:F0}\" stroke=\"#ddd\"/>\n"));
        for (var i = 0; i < review.Themes.Count; i++)
        {
            var y = Height + 18 + (i * LegendLine);
            legend.Append(ThemeMarks.Draw(i, review.Themes[i].Title == ReviewTheme.Other, Margin + 8, y, 6, null));
            legend.Append(CultureInfo.InvariantCulture, $"<text x=\"{Margin + 24:F0}\" y=\"{y + 4:F1}\">{ThemeMarks.Escape(review.Themes[i].Title)} ({review.Themes[i].Papers.Count})</text>\n");
        }

        return legend.ToString();
    }

    private readonly record struct Box(double X, double Y, double Width, double Height)
    {
        public bool Meets(Box other) => X < other.X + other.Width && other.X < X + Width && Y < other.Y + other.Height && other.Y < Y + Height;
    }
}
