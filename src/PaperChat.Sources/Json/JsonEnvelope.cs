namespace PaperChat.Sources.Json;

/// <summary>Looks, byte for byte, for the array that the outermost object keeps under a name, as services wrap their results in one.</summary>
internal sealed class JsonEnvelope(string name)
{
    private readonly byte[] _wanted = System.Text.Encoding.ASCII.GetBytes(name);
    private int _depth;
    private bool _inText;
    private bool _escaped;
    private bool _isValue;
    private bool _matches;
    private int _length;

    /// <summary>True at the bracket that opens the array. What stands in the array is not this class's: it goes on behind its end.</summary>
    public bool Opens(byte value)
    {
        if (_inText)
        {
            InText(value);
            return false;
        }

        switch (value)
        {
            case (byte)'"':
                (_inText, _length) = (true, 0);
                _matches = _isValue ? _matches : true;
                return false;
            case (byte)'[' when _depth == 1 && _isValue && _matches && _length == _wanted.Length:
                _isValue = false;
                return true;
            case (byte)'{' or (byte)'[':
                _depth++;
                _isValue = false;
                return false;
            case (byte)'}' or (byte)']':
                _depth = Math.Max(0, _depth - 1);
                return false;
            case (byte)':' or (byte)',':
                _isValue = value == ':';
                return false;
            default:
                return false;
        }
    }

    private void InText(byte value)
    {
        _inText = value != '\n' && (_escaped || value != '"');
        _escaped = !_escaped && value == '\\';
        if (_inText)
        {
            _matches &= _length < _wanted.Length && _wanted[_length] == value;
            _length++;
        }
    }
}
