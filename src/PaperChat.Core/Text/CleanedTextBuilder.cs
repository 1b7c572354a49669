using System.Runtime.InteropServices;
using System.Text;

namespace PaperChat.Text;

/// <summary>
/// Collects cleaned text and, for each of its characters, where its source begins. Starts never decrease: a character appended
/// for a source before the last one's counts as part of the last one's.
/// </summary>
internal sealed class CleanedTextBuilder(string stored)
{
    private readonly StringBuilder _text = new(stored.Length);
    private readonly List<int> _starts = new(stored.Length + 1);
    private char _last;
    private int _opened = -1;

    public int Length => _text.Length;

    public char Last => _last;

    public string From(int position) => _text.ToString(position, _text.Length - position);

    /// <summary>Mark-up that belongs to the character that comes next.</summary>
    public void Open(int source) => _opened = _opened < 0 ? source : Math.Min(_opened, source);

    public void Append(char c, int source)
    {
        var start = _opened >= 0 ? Math.Min(_opened, source) : source;
        _opened = -1;
        _text.Append(c);
        _last = c;
        _starts.Add(_starts.Count > 0 ? Math.Max(start, _starts[^1]) : start);
    }

    /// <param name="text">What to append.</param>
    /// <param name="source">Where its source begins.</param>
    /// <param name="advancing">True when it is the source itself, character for character.</param>
    public void Append(string text, int source, bool advancing = false)
    {
        for (var i = 0; i < text.Length; i++)
        {
            Append(text[i], advancing ? source + i : source);
        }
    }

    /// <summary>Appends a part of the source itself.</summary>
    public void AppendRun(int source, int length)
    {
        // One by one while mark-up before counts as part of a later source.
        var done = 0;
        while (done < length && (_opened >= 0 || _starts.Count == 0 || _starts[^1] > source + done))
        {
            Append(stored[source + done], source + done);
            done++;
        }

        if (done < length)
        {
            _text.Append(stored, source + done, length - done);
            _last = stored[source + length - 1];
            var first = _starts.Count;
            CollectionsMarshal.SetCount(_starts, first + length - done);
            foreach (ref var start in CollectionsMarshal.AsSpan(_starts)[first..])
            {
                start = source + done++;
            }
        }
    }

    /// <summary>One space for any run of white space; none at the beginning.</summary>
    public void AppendSpace(int source)
    {
        if (Length > 0 && Last != ' ')
        {
            Append(' ', source);
        }
    }

    public void Insert(int position, char c)
    {
        var source = position < _starts.Count ? _starts[position] : stored.Length;
        _text.Insert(position, c);
        _starts.Insert(position, source);
    }

    public void Remove(int position)
    {
        _text.Remove(position, 1);
        _starts.RemoveAt(position);
        _last = _text.Length == 0 ? '\0' : _text[^1];
    }

    public CleanedText Build()
    {
        var end = stored.Length;
        while (Last == ' ')
        {
            end = _starts[^1];
            Remove(Length - 1);
        }

        _starts.Add(end);
        return new CleanedText(stored, _text.ToString(), [.. _starts]);
    }
}
