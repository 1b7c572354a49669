using PaperChat.Sources.Inputs;

namespace PaperChat.Sources.CslJson;

/// <summary>
/// Cuts a JSON array into its objects, so that a broken one takes no other with it: an object that is never closed ends where the next
/// one begins on a line as far from the margin.
/// </summary>
internal sealed class CslJsonScan
{
    private readonly PieceBuffer _buffer = new();
    private int _depth;
    private bool _inText;
    private bool _escaped;
    private long _line;
    private int _margin;
    private int _column;
    private bool _onlyBlanks = true;

    public TextPiece? Take(byte value, long line)
    {
        var startsLine = _onlyBlanks;
        var column = _column;
        _column = value == '\n' ? 0 : _column + 1;
        _onlyBlanks = value == '\n' || (_onlyBlanks && value is (byte)' ' or (byte)'\t');
        if (_depth > 0)
        {
            if (value == '{' && startsLine && column > 0 && column <= _margin)
            {
                var unclosed = End();
                Begin(value, line, column);
                return unclosed;
            }

            _buffer.Add(value);
            return Inside(value);
        }

        if (value == '{')
        {
            Begin(value, line, startsLine ? column : 0);
        }

        return null;
    }

    public TextPiece? End() => _depth == 0 ? null : new TextPiece(ReadOnlyMemory<byte>.Empty, _line, "The item that begins here is never closed.");

    private void Begin(byte value, long line, int margin)
    {
        _buffer.Clear();
        _buffer.Add(value);
        (_depth, _inText, _escaped, _line, _margin) = (1, false, false, line, margin);
    }

    private TextPiece? Inside(byte value)
    {
        if (_inText)
        {
            // A line break is no part of a JSON text: the quotation mark before it is missing.
            _inText = value != '\n' && (_escaped || value != '"');
            _escaped = !_escaped && value == '\\';
            return null;
        }

        _inText = value == '"';
        _depth += value switch { (byte)'{' or (byte)'[' => 1, (byte)'}' or (byte)']' => -1, _ => 0 };
        return _depth == 0 ? _buffer.Piece(_buffer.Length, _line) : null;
    }
}
