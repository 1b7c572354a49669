using System.Globalization;
using System.Text;

namespace PaperChat.Review;

/// <summary>The papers of a review in a plane, like ones near each other; themes by colour and shape; the title is shown on pointing.</summary>
public static class MapSvg
{
    private const double LegendLine = 20;

    public static string Write(LiteratureReview review)
    {
        ArgumentNullException.ThrowIfNull(review);
        var body = new StringBuilder();
        foreach (var mark in MapLayout.Of(review))
        {
            body.Append(ThemeMarks.Draw(mark.Theme, mark.IsOther, mark.X, mark.Y, MapLayout.MarkSize, mark.Paper));
            if (mark is { NameX: { } x, NameY: { } y })
            {
                body.Append(CultureInfo.InvariantCulture, $"<text x=\"{x:F1}\" y=\"{y + 10.5:F1}\" font-size=\"11\" fill=\"#333\">{ThemeMarks.Escape(mark.Name)}</text>\n");
            }
        }

        return TimelineSvg.Frame(MapLayout.Width, MapLayout.Height + 16 + (review.Themes.Count * LegendLine)) + body + Legend(review) + "</svg>\n";
    }

    private static string Legend(LiteratureReview review)
    {
        var legend = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"<line x1=\"{MapLayout.Margin:F0}\" y1=\"{MapLayout.Height:F0}\" x2=\"{MapLayout.Width - MapLayout.Margin:F0}\" y2=\"{MapLayout.Height:F0}\" stroke=\"#ddd\"/>\n"));
        for (var i = 0; i < review.Themes.Count; i++)
        {
            var y = MapLayout.Height + 18 + (i * LegendLine);
            legend.Append(ThemeMarks.Draw(i, review.Themes[i].Title == ReviewTheme.Other, MapLayout.Margin + 8, y, 6, null));
            legend.Append(CultureInfo.InvariantCulture, $"<text x=\"{MapLayout.Margin + 24:F0}\" y=\"{y + 4:F1}\">{ThemeMarks.Escape(review.Themes[i].Title)} ({review.Themes[i].Papers.Count})</text>\n");
        }

        return legend.ToString();
    }
}
