using System.Text;
using System.Text.RegularExpressions;
using PaperChat.Hosting;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace PaperChat.Chat.Console.Rendering;

/// <summary>
/// Writes text that arrives in pieces, breaking lines between words at the console's width. A word is held back until the white
/// space after it arrives, so <see cref="EndLine"/> ends every paragraph. Text is made safe on its way.
/// </summary>
internal sealed partial class FlowWriter(IAnsiConsole console, int indent = 0)
{
    // Spectre breaks a text wider than the console; in short pieces a long address stays in one, for the terminal to wrap.
    private const int PieceLength = 16;

    private readonly StringBuilder _word = new();
    private readonly string _margin = new(' ', indent);
    private Style _style = Style.Plain;
    private int _column;
    private int _pendingSpaces;

    private int Width => Math.Max(20, console.Profile.Width - 1);

    /// <summary>Says that the caller has already written this many columns of the line.</summary>
    public FlowWriter Continue(int column)
    {
        _column = column;
        return this;
    }

    public FlowWriter Write(string text, Style? style = null)
    {
        var next = style ?? Style.Plain;
        if (!next.Equals(_style))
        {
            FlushWord();
            _style = next;
        }

        foreach (var c in TerminalText.Block(text))
        {
            Accept(c);
        }

        return this;
    }

    /// <summary>The column of the cursor; 0 at the beginning of a line.</summary>
    public int Column => _column;

    /// <summary>Lines ended so far.</summary>
    public int Rows { get; private set; }

    /// <summary>Writes the word that is held back, although more of it may come.</summary>
    public void Flush() => FlushWord();

    /// <summary>A writer that goes on where this one stands, with its own count of rows; this one does not notice.</summary>
    public FlowWriter Fork() => new(console, indent) { _column = _column, _pendingSpaces = _pendingSpaces };

    /// <summary>Writes what is held back and ends the line.</summary>
    public void EndLine()
    {
        FlushWord();
        BreakLine();
    }

    private void Accept(char c)
    {
        switch (c)
        {
            case '\n':
                EndLine();
                break;
            case ' ' or '\t':
                FlushWord();
                // Spaces at the start of a line would be an accidental indent.
                _pendingSpaces = _column == 0 ? 0 : 1;
                break;
            default:
                _word.Append(c);
                break;
        }
    }

    private void FlushWord()
    {
        if (_word.Length == 0)
        {
            return;
        }

        var word = _word.ToString();
        _word.Clear();
        var cells = new Segment(word).CellCount();
        if (_column > indent && _pendingSpaces > 0 && _column + _pendingSpaces + cells > Width)
        {
            BreakLine();
        }

        if (_column == 0)
        {
            Emit(_margin, Style.Plain);
            _column = indent;
        }

        Emit(new string(' ', _pendingSpaces), Style.Plain);
        EmitWord(word);
        _column += _pendingSpaces + cells;
        _pendingSpaces = 0;
    }

    private void BreakLine()
    {
        console.WriteLine();
        Rows++;
        _column = 0;
        _pendingSpaces = 0;
    }

    // Words are whole here, so a citation key is never cut in two by the stream.
    private void EmitWord(string word)
    {
        var end = 0;
        foreach (var key in CitationKey().EnumerateMatches(word))
        {
            Emit(word[end..key.Index], _style);
            Emit(word.Substring(key.Index, key.Length), char.IsAsciiLetter(word[key.Index + 1]) ? Palette.Warning : Palette.Citation);
            end = key.Index + key.Length;
        }

        Emit(word[end..], _style);
    }

    private void Emit(string text, Style style)
    {
        for (var start = 0; start < text.Length;)
        {
            var length = Math.Min(PieceLength, text.Length - start);
            length += char.IsHighSurrogate(text[start + length - 1]) && start + length < text.Length ? 1 : 0;
            console.Write(new Spectre.Console.Text(text.Substring(start, length), style));
            start += length;
        }
    }

    [GeneratedRegex(@"\[(?:\d{1,3}|unsupported)\]")]
    private static partial Regex CitationKey();
}
