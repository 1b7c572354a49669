using System.Globalization;
using PaperChat.Hosting;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace PaperChat.Chat.Console.Prompt;

/// <summary>
/// Draws the line being edited in one row of the terminal; a line longer than the row scrolls sideways around the cursor.
/// </summary>
internal sealed class LineView(IAnsiConsole console, string prompt, Style promptStyle)
{
    private const string EraseToEnd = "\u001b[K";
    private const string BracketedPasteOn = "\u001b[?2004h";
    private const string BracketedPasteOff = "\u001b[?2004l";

    private int Room => Math.Max(8, console.Profile.Width - Cells(prompt) - 1);

    public void Begin() => console.Write(new ControlCode(BracketedPasteOn));

    /// <summary>Shows the line as it is; the cursor stands where the next letter would go.</summary>
    public void Draw(LineBuffer line)
    {
        var (start, end) = Window(line.Text, line.Cursor);
        Row(line.Text[start..end]);
        var column = Cells(prompt) + Cells(line.Text[start..line.Cursor]);
        console.Write(new ControlCode(string.Create(CultureInfo.InvariantCulture, $"\r\u001b[{column}C")));
    }

    /// <summary>Leaves the whole line on the screen, over as many rows as it needs.</summary>
    public void End(LineBuffer line)
    {
        Row("");
        foreach (var rune in TerminalText.Line(line.Text).EnumerateRunes())
        {
            console.Write(new Spectre.Console.Text(rune.ToString()));
        }

        console.Write(new ControlCode(BracketedPasteOff));
        console.WriteLine();
    }

    private static int Cells(string text) => text.Length == 0 ? 0 : new Segment(TerminalText.Line(text)).CellCount();

    private void Row(string text)
    {
        console.Write(new ControlCode("\r"));
        console.Write(new Spectre.Console.Text(prompt, promptStyle));
        var shown = TerminalText.Line(text);
        if (shown.Length > 0)
        {
            console.Write(new Spectre.Console.Text(shown));
        }

        console.Write(new ControlCode(EraseToEnd));
    }

    // As much as fits before the cursor, then as much as fits after it.
    private (int Start, int End) Window(string text, int cursor)
    {
        var elements = StringInfo.ParseCombiningCharacters(text);
        var room = Room;
        var start = cursor;
        foreach (var element in elements.Reverse().SkipWhile(e => e >= cursor))
        {
            var cells = Cells(text[element..start]);
            if (cells > room)
            {
                break;
            }

            room -= cells;
            start = element;
        }

        var end = cursor;
        foreach (var element in elements.SkipWhile(e => e < cursor))
        {
            var next = element + StringInfo.GetNextTextElementLength(text, element);
            var cells = Cells(text[element..next]);
            if (cells > room)
            {
                break;
            }

            room -= cells;
            end = next;
        }

        return (start, end);
    }
}
