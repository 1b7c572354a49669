using PaperChat.Sources.Inputs;

namespace PaperChat.Sources.Bibtex;

/// <summary>
/// Cuts a BibTeX file into its commands, from the at sign to the closing brace or parenthesis; what stands between them is comment.
/// An entry that is never closed ends where the next one begins on a line of its own, so that it takes no other one with it.
/// </summary>
internal sealed class BibtexScan
{
    private enum Place
    {
        Outside,
        Type,
        Inside,
    }

    private readonly PieceBuffer _buffer = new();
    private Place _place;
    private bool _inParentheses;
    private int _depth;
    private int _lineStart;
    private long _line;

    /// <summary>Takes the next byte; the piece that it finishes, if any.</summary>
    public TextPiece? Take(byte value, long line)
    {
        switch (_place)
        {
            case Place.Outside:
                if (value == '@')
                {
                    Begin(line);
                }

                return null;
            case Place.Type:
                _buffer.Add(value);
                Open(value, line);
                return null;
            default:
                _buffer.Add(value);
                return Inside(value, line);
        }
    }

    /// <summary>What the end of the input leaves unfinished, if anything.</summary>
    public TextPiece? End() => _place == Place.Inside ? Unclosed() : null;

    private void Begin(long line)
    {
        _buffer.Clear();
        _buffer.Add((byte)'@');
        _line = line;
        _lineStart = 0;
        _place = Place.Type;
    }

    private void Open(byte value, long line)
    {
        if (value is (byte)'{' or (byte)'(')
        {
            _inParentheses = value == '(';
            _depth = _inParentheses ? 0 : 1;
            _place = Place.Inside;
        }
        else if (value == '@')
        {
            Begin(line);
        }
        else if (!char.IsAsciiLetterOrDigit((char)value) && (!char.IsWhiteSpace((char)value) || IsComment()))
        {
            // An address, or a comment without braces.
            _place = Place.Outside;
        }
    }

    private bool IsComment() => BibtexEntryTypes.IsComment(_buffer.Bytes) && _buffer.Bytes[^1] == '\n';

    private TextPiece? Inside(byte value, long line)
    {
        switch (value)
        {
            case (byte)'\n':
                _lineStart = _buffer.Length;
                return null;
            case (byte)'{' or (byte)'(' when _lineStart > 0 && !_buffer.IsTooLong && BibtexEntryTypes.Opens(_buffer.Bytes[_lineStart..]):
                return Restart(value, line);
            case (byte)'{':
                _depth++;
                return null;
            case (byte)'}':
                _depth--;
                return _depth <= 0 && !_inParentheses ? Finish() : null;
            case (byte)')' when _inParentheses && _depth <= 0:
                return Finish();
            default:
                return null;
        }
    }

    private TextPiece Finish()
    {
        _place = Place.Outside;
        return _buffer.Piece(_buffer.Length, _line);
    }

    // A comment may hold whole entries, which BibTeX reads: it was not left open by mistake.
    private TextPiece? Restart(byte value, long line)
    {
        var start = _buffer.Bytes[..Math.Min(_buffer.Length, 40)];
        var unclosed = start.IndexOfAny((byte)'{', (byte)'(') is var brace and > 0 && BibtexEntryTypes.IsComment(start[..brace]) ? default(TextPiece?) : Unclosed();
        _buffer.DropBefore(_lineStart + _buffer.Bytes[_lineStart..].IndexOf((byte)'@'));
        _lineStart = 0;
        _line = line;
        _inParentheses = value == '(';
        _depth = _inParentheses ? 0 : 1;
        return unclosed;
    }

    private TextPiece Unclosed() =>
        new(ReadOnlyMemory<byte>.Empty, _line, $"The entry that begins here is never closed: a brace is missing, or one too many opens.");
}
