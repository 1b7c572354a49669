using PaperChat.Papers;

namespace PaperChat.Review;

/// <summary>Where the marks and names of a map stand, for every form of drawing. Units are those of the SVG, from the upper left corner.</summary>
internal static class MapLayout
{
    public const double Width = 880;
    public const double Height = 560;
    public const double Margin = 46;
    public const double MarkSize = 7;

    private const int NameLength = 26;
    private const double LetterWidth = 6.1;
    private const double CapitalWidth = 7.8;

    /// <summary>One mark a paper, with its name where there is room for it.</summary>
    public static IReadOnlyList<Mark> Of(LiteratureReview review)
    {
        var points = review.Themes.SelectMany((t, i) => t.Papers.Select(p => (Theme: i, IsOther: t.Title == ReviewTheme.Other, Paper: p))).DistinctBy(p => p.Paper.Id)
            .Select(p => (p.Theme, p.IsOther, p.Paper, At: Place(review.Places[p.Paper.Id]))).ToArray();
        var taken = points.Select(p => new Box(p.At.X - MarkSize, p.At.Y - MarkSize, 2 * MarkSize, 2 * MarkSize)).ToList();
        var marks = new List<Mark>();
        foreach (var (theme, isOther, paper, at) in points)
        {
            var name = ThemeMarks.ShortName(paper, NameLength);
            var box = Free(name, at, taken);
            if (box is { } found)
            {
                taken.Add(found);
            }

            marks.Add(new Mark(theme, isOther, paper, at.X, at.Y, name, box?.X, box?.Y));
        }

        return marks;
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

    /// <summary>A paper's mark; the upper left corner of its name is null where the name would lie on another one.</summary>
    internal sealed record Mark(int Theme, bool IsOther, Paper Paper, double X, double Y, string Name, double? NameX, double? NameY);

    private readonly record struct Box(double X, double Y, double Width, double Height)
    {
        public bool Meets(Box other) => X < other.X + other.Width && other.X < X + Width && Y < other.Y + other.Height && other.Y < Y + Height;
    }
}
