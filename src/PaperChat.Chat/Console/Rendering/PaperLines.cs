using System.Globalization;
using PaperChat.Papers;
using Spectre.Console;

namespace PaperChat.Chat.Console.Rendering;

/// <summary>Writes papers as entries of a list: a label, the title, and a line of details below it.</summary>
internal static class PaperLines
{
    private const int Indent = 4;

    public static void Write(IAnsiConsole console, string label, Paper paper)
    {
        WriteTitle(console, label, paper);
        new FlowWriter(console, Indent).Write(PaperText.Details(paper), Palette.Note).EndLine();
    }

    public static void WriteTitle(IAnsiConsole console, string label, Paper paper)
    {
        // "[10]" is as wide as the indent already.
        var column = Math.Max(Indent, label.Length + 1);
        console.Write(new Spectre.Console.Text(label.PadRight(column), Palette.Citation));
        new FlowWriter(console, Indent).Continue(column).Write(PaperText.Title(paper), Palette.Title).EndLine();
    }

    public static string Key(int number) => string.Create(CultureInfo.InvariantCulture, $"[{number}]");

    public static string Rank(int number) => string.Create(CultureInfo.InvariantCulture, $"{number}.");
}
