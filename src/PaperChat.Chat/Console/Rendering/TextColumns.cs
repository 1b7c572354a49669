using Spectre.Console;
using Spectre.Console.Rendering;

namespace PaperChat.Chat.Console.Rendering;

/// <summary>Texts side by side, each broken between words within its column.</summary>
internal static class TextColumns
{
    private const string Gap = " │ ";

    /// <summary>The width of a column when <paramref name="count"/> of them share a line.</summary>
    public static int WidthOf(int width, int count) => (width - Gap.Length * (count - 1)) / count;

    public static void Write(IAnsiConsole console, IReadOnlyList<IReadOnlyList<string>> columns, int width, Func<int, Style> style)
    {
        var wrapped = columns.Select(c => c.SelectMany(t => Wrap(t, width)).ToArray()).ToArray();
        for (var row = 0; row < wrapped.Max(w => w.Length); row++)
        {
            for (var column = 0; column < wrapped.Length; column++)
            {
                var text = row < wrapped[column].Length ? wrapped[column][row] : "";
                var isLast = column == wrapped.Length - 1;
                console.Write(new Spectre.Console.Text(text, style(column)));
                console.Write(new Spectre.Console.Text(isLast ? "" : new string(' ', Math.Max(0, width - Cells(text))) + Gap, Palette.Note));
            }

            console.WriteLine();
        }
    }

    private static IEnumerable<string> Wrap(string text, int width)
    {
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(w => Pieces(w, width)))
        {
            if (line.Length > 0 && Cells(line) + 1 + Cells(word) > width)
            {
                yield return line;
                line = "";
            }

            line = line.Length == 0 ? word : line + " " + word;
        }

        yield return line;
    }

    // An address longer than the column is cut: beside another column it cannot stick out.
    private static IEnumerable<string> Pieces(string word, int width)
    {
        while (Cells(word) > width)
        {
            var length = Math.Min(width, word.Length);
            while (length > 1 && (Cells(word[..length]) > width || char.IsHighSurrogate(word[length - 1])))
            {
                length--;
            }

            yield return word[..length];
            word = word[length..];
        }

        yield return word;
    }

    private static int Cells(string text) => text.Length == 0 ? 0 : new Segment(text).CellCount();
}
