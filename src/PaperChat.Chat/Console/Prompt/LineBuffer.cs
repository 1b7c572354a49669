using System.Globalization;
using System.Text;

namespace PaperChat.Chat.Console.Prompt;

/// <summary>
/// A line being edited: text and a cursor. The cursor moves by what a reader sees as one character (a letter with its accents, an
/// emoji with its parts), so that no edit leaves half of one.
/// </summary>
internal sealed class LineBuffer
{
    private readonly StringBuilder _text = new();

    /// <summary>In UTF-16 code units from the start.</summary>
    public int Cursor { get; private set; }

    public string Text => _text.ToString();

    public bool IsEmpty => _text.Length == 0;

    public void Insert(string text)
    {
        _text.Insert(Cursor, text);
        Cursor += text.Length;
    }

    /// <summary>Another text with the cursor at its end.</summary>
    public void Replace(string text)
    {
        _text.Clear().Append(text);
        Cursor = text.Length;
    }

    public void MoveLeft() => Cursor = Before(Cursor);

    public void MoveRight() => Cursor = After(Cursor);

    public void MoveHome() => Cursor = 0;

    public void MoveEnd() => Cursor = _text.Length;

    public void MoveWordLeft() => Cursor = WordStart();

    public void MoveWordRight()
    {
        while (Cursor < _text.Length && char.IsWhiteSpace(_text[Cursor]))
        {
            Cursor++;
        }

        while (Cursor < _text.Length && !char.IsWhiteSpace(_text[Cursor]))
        {
            Cursor++;
        }
    }

    public void DeleteBefore() => Remove(Before(Cursor), Cursor);

    public void DeleteAfter() => Remove(Cursor, After(Cursor));

    public void DeleteWordBefore() => Remove(WordStart(), Cursor);

    public void DeleteToStart() => Remove(0, Cursor);

    public void DeleteToEnd() => Remove(Cursor, _text.Length);

    private void Remove(int start, int end)
    {
        _text.Remove(start, end - start);
        Cursor = start;
    }

    private int WordStart()
    {
        var start = Cursor;
        while (start > 0 && char.IsWhiteSpace(_text[start - 1]))
        {
            start--;
        }

        while (start > 0 && !char.IsWhiteSpace(_text[start - 1]))
        {
            start--;
        }

        return start;
    }

    private int Before(int index)
    {
        var start = 0;
        foreach (var element in StringInfo.ParseCombiningCharacters(Text))
        {
            if (element >= index)
            {
                break;
            }

            start = element;
        }

        return start;
    }

    private int After(int index) => index >= _text.Length ? _text.Length : index + StringInfo.GetNextTextElementLength(Text, index);
}
