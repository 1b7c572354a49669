using PaperChat.Sources.Inputs;

namespace PaperChat.Sources.Json;

/// <summary>
/// Cuts JSON into its records: the objects at the top, in arrays there, or in the array that the outermost object keeps under the name
/// <paramref name="envelope"/>. An object that is never closed ends where the next one begins on a line as far from the margin, so that a
/// broken one takes no other with it.
/// </summary>
internal sealed class JsonScan(string? envelope)
{
    private readonly PieceBuffer _buffer = new();
    private readonly JsonEnvelope? _envelope = envelope is null ? null : new JsonEnvelope(envelope);
    private int _depth;
    private int _arrays;
    private bool _inText;
    private bool _escaped;
    private bool _inOther;
    private long _line;
    private int _margin;
    private bool _isCompact;
    private int _column;
    private bool _onlyBlanks = true;

    /// <summary>Takes the next byte; the piece that it finishes, if any.</summary>
    public TextPiece? Take(byte value, long line)
    {
        var startsLine = _onlyBlanks;
        var column = _column;
        _column = value == '\n' ? 0 : _column + 1;
        _onlyBlanks = value == '\n' || (_onlyBlanks && value is (byte)' ' or (byte)'\t');
        if (_depth > 0)
        {
            if (value == '{' && startsLine && column <= _margin && (column > 0 || _isCompact))
            {
                var unclosed = End();
                Begin(value, line, column);
                return unclosed;
            }

            _isCompact |= _buffer.Length == 1 && value is not ((byte)'\n' or (byte)'\r');
            _buffer.Add(value);
            return Inside(value);
        }

        return _envelope is null || _arrays > 0 ? Between(value, line, startsLine ? column : -1) : Outside(value);
    }

    public TextPiece? End() => _depth == 0 ? null : new TextPiece(ReadOnlyMemory<byte>.Empty, _line, "The record that begins here is never closed.");

    private TextPiece? Outside(byte value)
    {
        _arrays = _envelope!.Opens(value) ? 1 : 0;
        return null;
    }

    private TextPiece? Between(byte value, long line, int margin)
    {
        if (_inText)
        {
            InText(value);
            return null;
        }

        switch (value)
        {
            case (byte)'{':
                Begin(value, line, margin);
                _inOther = false;
                return null;
            case (byte)'[':
                _arrays++;
                return null;
            case (byte)']':
                _arrays = Math.Max(0, _arrays - 1);
                _inOther = false;
                return null;
            case (byte)',' or (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t':
                _inOther = false;
                return null;
            default:
                // The first byte of a number, a text or null: services write null for a paper that they do not know.
                var isFirst = !_inOther;
                _inText = value == '"';
                _inOther = true;
                return isFirst ? new TextPiece(ReadOnlyMemory<byte>.Empty, line, "Where a record should stand there is no JSON object.") : null;
        }
    }

    private void Begin(byte value, long line, int margin)
    {
        _buffer.Clear();
        _buffer.Add(value);
        (_depth, _inText, _escaped, _line, _margin, _isCompact) = (1, false, false, line, margin, false);
    }

    private TextPiece? Inside(byte value)
    {
        if (_inText)
        {
            InText(value);
            return null;
        }

        _inText = value == '"';
        _depth += value switch { (byte)'{' or (byte)'[' => 1, (byte)'}' or (byte)']' => -1, _ => 0 };
        return _depth == 0 ? _buffer.Piece(_buffer.Length, _line) : null;
    }

    // A line break is no part of a JSON text: the quotation mark before it is missing.
    private void InText(byte value)
    {
        _inText = value != '\n' && (_escaped || value != '"');
        _escaped = !_escaped && value == '\\';
    }
}
