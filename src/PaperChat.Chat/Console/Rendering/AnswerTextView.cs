using System.Text;
using Spectre.Console;

namespace PaperChat.Chat.Console.Rendering;

/// <summary>
/// Shows an answer's text while it is written. On a terminal text that is not verified yet stands there pale, letter by letter, and is
/// replaced when its sentence settles; where nothing can be taken back (a pipe, a file) only settled text is written.
/// </summary>
internal sealed class AnswerTextView
{
    private readonly IAnsiConsole _console;
    private readonly FlowWriter _settled;
    private readonly StringBuilder _pending = new();
    private readonly bool _canTakeBack;

    // Rows and column of the cursor below the place where pending text begins.
    private int _rows;

    public AnswerTextView(IAnsiConsole console)
    {
        _console = console;
        _settled = new FlowWriter(console);
        _canTakeBack = console.Profile.Capabilities.Ansi;
    }

    /// <summary>True once there is settled text.</summary>
    public bool HasText { get; private set; }

    public void AddPending(string text)
    {
        _pending.Append(text);
        if (_canTakeBack)
        {
            ShowPending();
        }
    }

    /// <summary>Puts settled text in the place of the pending one, of which an end may stay pending; none takes it away.</summary>
    public void Settle(string text, string pending)
    {
        TakeBack();
        _pending.Clear();
        if (text.Length > 0)
        {
            _settled.Write(text);
            _settled.Flush();
            HasText = true;
        }

        if (pending.Length > 0)
        {
            AddPending(pending);
        }
    }

    public void WithdrawPending() => Settle("", "");

    public void EndLine()
    {
        WithdrawPending();
        if (HasText)
        {
            _settled.EndLine();
        }
    }

    private void ShowPending()
    {
        TakeBack();
        var pale = _settled.Fork();
        pale.Write(_pending.ToString(), Palette.Note);
        pale.Flush();

        // What has scrolled off the screen could not be taken back; the rest is shown when it settles.
        if (pale.Rows < _console.Profile.Height - 1)
        {
            _rows = pale.Rows;
        }
    }

    private void TakeBack()
    {
        if (_canTakeBack && _pending.Length > 0)
        {
            var up = _rows > 0 ? FormattableString.Invariant($"\u001b[{_rows}A") : "";
            var right = _settled.Column > 0 ? FormattableString.Invariant($"\u001b[{_settled.Column}C") : "";
            _console.Write(new ControlCode($"{up}\r{right}\u001b[J"));
            _rows = 0;
        }
    }
}
