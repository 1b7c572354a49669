using System.Globalization;
using PaperChat.Papers;
using Spectre.Console;

namespace PaperChat.Chat.Console.Rendering;

/// <summary>Writes papers as entries of a list: a label, the title, and a line of details below it.</summary>
internal static class PaperLines
{
    public static void Write(IAnsiConsole console, string label, Paper paper)
    {
        var heading = new FlowWriter(console, indent: 4);
        console.Write(new Spectre.Console.Text(label.PadRight(4), Palette.Citation));
        heading.Continue(4).Write(PaperText.Title(paper), Palette.Title).EndLine();
        new FlowWriter(console, indent: 4).Write(PaperText.Details(paper), Palette.Note).EndLine();
    }

    public static string Key(int number) => string.Create(CultureInfo.InvariantCulture, $"[{number}]");

    public static string Rank(int number) => string.Create(CultureInfo.InvariantCulture, $"{number}.");
}
