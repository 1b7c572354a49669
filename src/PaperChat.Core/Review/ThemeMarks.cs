using System.Globalization;
using System.Net;
using PaperChat.Papers;
using PaperChat.Text;

namespace PaperChat.Review;

/// <summary>
/// How a theme is marked in drawings: by a colour that colour-blind readers tell apart too (Okabe and Ito, 2008) and by a shape.
/// </summary>
internal static class ThemeMarks
{
    private const string Grey = "#6b6b6b";

    private static readonly string[] Colours = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#4b3f72"];

    public static string ColourOf(int theme, bool isOther) => isOther ? Grey : Colours[theme % Colours.Length];

    /// <summary>How a theme is marked where there are no colours: A, B, ... Z, AA, ...</summary>
    public static string LetterOf(int theme) => (theme < 26 ? "" : LetterOf((theme / 26) - 1)) + (char)('A' + (theme % 26));

    /// <summary>A mark at a place, with what is shown when somebody points at it.</summary>
    public static string Draw(int theme, bool isOther, double x, double y, double size, Paper? paper)
    {
        var colour = ColourOf(theme, isOther);
        var tip = paper is null ? "" : $"<title>{Escape(Tip(paper))}</title>";
        return isOther || theme % 7 == 0
            ? string.Create(CultureInfo.InvariantCulture, $"<circle cx=\"{x:F1}\" cy=\"{y:F1}\" r=\"{size * 0.9:F1}\" fill=\"{colour}\">{tip}</circle>\n")
            : $"<polygon points=\"{Points(theme % 7, x, y, size)}\" fill=\"{colour}\">{tip}</polygon>\n";
    }

    public static string Escape(string text) => WebUtility.HtmlEncode(text);

    /// <summary>A name to stand beside a mark: what the title names before a colon, else its beginning.</summary>
    public static string ShortName(Paper paper, int longest)
    {
        var title = TextCleaner.Clean(paper.Title).Text;
        var colon = title.IndexOf(':', StringComparison.Ordinal);
        var name = colon is > 1 and <= 28 ? title[..colon] : title;
        return name.Length <= longest ? name : name[..Math.Max(1, name.LastIndexOf(' ', longest - 1) is > 8 and var space ? space : longest - 1)].TrimEnd(',', ' ', '-') + "…";
    }

    private static string Tip(Paper paper)
    {
        var year = paper.Year?.ToString(CultureInfo.InvariantCulture) ?? paper.Listed?.ToString();
        return TextCleaner.Clean(paper.Title).Text + (year is null ? "" : $" ({year})");
    }

    private static string Points(int shape, double x, double y, double size) => shape switch
    {
        1 => Polygon(x, y, size * 1.15, 4, 45),
        2 => Polygon(x, y, size * 1.25, 3, -90),
        3 => Polygon(x, y, size * 1.2, 4, 0),
        4 => Polygon(x, y, size * 1.25, 3, 90),
        5 => Star(x, y, size * 1.25),
        _ => Polygon(x, y, size * 1.05, 6, 0),
    };

    private static string Polygon(double x, double y, double radius, int corners, double turn) =>
        string.Join(' ', Enumerable.Range(0, corners).Select(i => Point(x, y, radius, turn + (360.0 * i / corners))));

    private static string Star(double x, double y, double radius) =>
        string.Join(' ', Enumerable.Range(0, 10).Select(i => Point(x, y, i % 2 == 0 ? radius : radius * 0.45, -90 + (36.0 * i))));

    private static string Point(double x, double y, double radius, double degrees)
    {
        var angle = degrees * Math.PI / 180;
        return string.Create(CultureInfo.InvariantCulture, $"{x + (radius * Math.Cos(angle)):F1},{y + (radius * Math.Sin(angle)):F1}");
    }
}
