using System.Text;
using Spectre.Console;

namespace PaperChat.Chat.Console.Prompt;

/// <summary>Reads a line from a terminal with the keys of a shell's prompt. Pasted line breaks become spaces.</summary>
internal sealed class LineEditor(IAnsiConsole console, string prompt, Style promptStyle, PromptHistory history)
{
    private const string PasteBegins = "[200~";
    private const string PasteEnds = "[201~";

    private readonly LineView _view = new(console, prompt, promptStyle);
    private readonly StringBuilder _escape = new();
    private bool _pasting;

    /// <summary>The line without its end; null when Ctrl+D was pressed on an empty one.</summary>
    public async Task<string?> ReadAsync(CancellationToken cancellationToken)
    {
        var line = new LineBuffer();
        history.Rewind();
        _view.Begin();
        try
        {
            while (true)
            {
                _view.Draw(line);
                if (await console.Input.ReadKeyAsync(intercept: true, cancellationToken) is not { } key)
                {
                    return line.IsEmpty ? null : line.Text;
                }

                switch (Accept(line, key))
                {
                    case Outcome.Entered:
                        await history.AddAsync(line.Text, cancellationToken);
                        return line.Text;
                    case Outcome.Left:
                        return null;
                }
            }
        }
        finally
        {
            _pasting = false;
            _escape.Clear();
            _view.End(line);
        }
    }

    private Outcome Accept(LineBuffer line, ConsoleKeyInfo key)
    {
        if (_escape.Length > 0 || key.Key == ConsoleKey.Escape)
        {
            return AcceptEscape(line, key);
        }

        if (key.Key == ConsoleKey.Enter || key.KeyChar is '\r' or '\n')
        {
            if (!_pasting)
            {
                return Outcome.Entered;
            }

            line.Insert(" ");
            return Outcome.Editing;
        }

        // AltGr comes as Control and Alt together; it types characters.
        var isControl = key.Modifiers.HasFlag(ConsoleModifiers.Control) && !key.Modifiers.HasFlag(ConsoleModifiers.Alt);
        return isControl ? AcceptControl(line, key.Key) : AcceptPlain(line, key);
    }

    // A terminal puts ESC [200~ before pasted text and ESC [201~ after it; the runtime hands both over letter by letter.
    private Outcome AcceptEscape(LineBuffer line, ConsoleKeyInfo key)
    {
        if (key.Key == ConsoleKey.Escape)
        {
            _escape.Clear().Append('\u001b');
            return Outcome.Editing;
        }

        _escape.Append(key.KeyChar);
        var sequence = _escape.ToString(1, _escape.Length - 1);
        if (sequence is PasteBegins or PasteEnds)
        {
            _pasting = sequence == PasteBegins;
            _escape.Clear();
        }
        else if (!PasteBegins.StartsWith(sequence, StringComparison.Ordinal) && !PasteEnds.StartsWith(sequence, StringComparison.Ordinal))
        {
            _escape.Clear();
            return Accept(line, key);
        }

        return Outcome.Editing;
    }

    private static Outcome AcceptControl(LineBuffer line, ConsoleKey key)
    {
        switch (key)
        {
            case ConsoleKey.D when line.IsEmpty:
                return Outcome.Left;
            case ConsoleKey.D:
                line.DeleteAfter();
                break;
            case ConsoleKey.A:
                line.MoveHome();
                break;
            case ConsoleKey.E:
                line.MoveEnd();
                break;
            case ConsoleKey.U:
                line.DeleteToStart();
                break;
            case ConsoleKey.K:
                line.DeleteToEnd();
                break;
            case ConsoleKey.W or ConsoleKey.Backspace:
                line.DeleteWordBefore();
                break;
            case ConsoleKey.H:
                line.DeleteBefore();
                break;
            case ConsoleKey.B:
                line.MoveLeft();
                break;
            case ConsoleKey.F:
                line.MoveRight();
                break;
            case ConsoleKey.LeftArrow:
                line.MoveWordLeft();
                break;
            case ConsoleKey.RightArrow:
                line.MoveWordRight();
                break;
        }

        return Outcome.Editing;
    }

    private Outcome AcceptPlain(LineBuffer line, ConsoleKeyInfo key)
    {
        switch (key.Key)
        {
            case ConsoleKey.LeftArrow:
                line.MoveLeft();
                break;
            case ConsoleKey.RightArrow:
                line.MoveRight();
                break;
            case ConsoleKey.Home:
                line.MoveHome();
                break;
            case ConsoleKey.End:
                line.MoveEnd();
                break;
            case ConsoleKey.Backspace:
                line.DeleteBefore();
                break;
            case ConsoleKey.Delete:
                line.DeleteAfter();
                break;
            case ConsoleKey.UpArrow:
                Show(line, history.Previous(line.Text));
                break;
            case ConsoleKey.DownArrow:
                Show(line, history.Next());
                break;
            case ConsoleKey.Tab:
                line.Insert(" ");
                break;
            default:
                if (key.KeyChar >= ' ' && !char.IsControl(key.KeyChar))
                {
                    line.Insert(key.KeyChar.ToString());
                }

                break;
        }

        return Outcome.Editing;
    }

    private static void Show(LineBuffer line, string? text)
    {
        if (text is not null)
        {
            line.Replace(text);
        }
    }

    private enum Outcome
    {
        Editing = 0,
        Entered = 1,
        Left = 2,
    }
}
