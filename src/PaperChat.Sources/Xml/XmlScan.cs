using System.Buffers;
using System.Text;
using PaperChat.Sources.Inputs;

namespace PaperChat.Sources.Xml;

/// <summary>
/// Cuts XML into its records by their tags alone, so that one that is not well-formed takes no other with it: it ends where its end tag
/// stands, or where the next one begins. <paramref name="records"/> are cut out whole, of <paramref name="holders"/> the opening tag only;
/// names are without prefix. Comments, CDATA and processing instructions are seen, so that tags in them count for nothing.
/// </summary>
internal sealed class XmlScan(IReadOnlyCollection<string> records, IReadOnlyCollection<string> holders)
{
    private const int LongestTag = 64 * 1024;
    private static readonly SearchValues<byte> NameEnds = SearchValues.Create(" \t\r\n/>"u8);

    private enum Place
    {
        Text,
        Tag,
        Comment,
        Data,
        Instruction,
    }

    private readonly PieceBuffer _record = new();
    private readonly PieceBuffer _tag = new();
    private Place _place;
    private byte _quote;
    private byte _before;
    private byte _last;
    private long _tagLine;
    private long _recordLine;
    private string? _open;

    /// <summary>True once the file has declared a document type with entities of its own.</summary>
    public bool DeclaresEntities { get; private set; }

    /// <summary>Takes the next byte; the piece that it finishes, if any.</summary>
    public XmlPiece? Take(byte value, long line)
    {
        if (_open is not null)
        {
            _record.Add(value);
        }

        var piece = _place switch
        {
            Place.Text => Text(value, line),
            Place.Tag => Tag(value),
            _ => Other(value),
        };
        (_before, _last) = (_last, value);
        return piece;
    }

    public XmlPiece? End() => _open is { } name ? Unclosed(name)
        : _place is Place.Comment or Place.Data
            ? new XmlPiece("", false, new TextPiece(ReadOnlyMemory<byte>.Empty, _tagLine, "The comment or CDATA section that begins here is never closed: what follows it was not read."))
        : null;

    private XmlPiece? Text(byte value, long line)
    {
        if (value == '<')
        {
            _tag.Clear();
            _tag.Add(value);
            (_place, _quote, _tagLine) = (Place.Tag, 0, line);
        }

        return null;
    }

    private XmlPiece? Tag(byte value)
    {
        _tag.Add(value);
        if (_tag.Length <= 9 && Special() is { } special)
        {
            _place = special;
            return null;
        }

        if (_quote != 0 && value != '<')
        {
            _quote = value == _quote ? (byte)0 : _quote;
            return _tag.Length > LongestTag ? Leave() : null;
        }

        switch (value)
        {
            case (byte)'"' or (byte)'\'' when _last is (byte)'=' or (byte)' ':
                _quote = value;
                return null;
            case (byte)'<':
                // The one before was no tag, "a < b", or has a quotation mark too many.
                _quote = 0;
                _tag.Clear();
                _tag.Add(value);
                return null;
            case (byte)'[' when _tag.Bytes.StartsWith("<!DOCTYPE"u8):
                DeclaresEntities = true;
                return null;
            case (byte)'>':
                _place = Place.Text;
                return Closed();
            default:
                return _tag.Length > LongestTag ? Leave() : null;
        }
    }

    private Place? Special() => _tag.Bytes switch
    {
        [(byte)'<', (byte)'!', (byte)'-', (byte)'-'] => Place.Comment,
        [(byte)'<', (byte)'?'] => Place.Instruction,
        var tag when tag.SequenceEqual("<![CDATA["u8) => Place.Data,
        _ => null,
    };

    private XmlPiece? Leave()
    {
        _place = Place.Text;
        return null;
    }

    private XmlPiece? Other(byte value)
    {
        var ends = value == '>' && _place switch
        {
            Place.Comment => _last == '-' && _before == '-',
            Place.Data => _last == ']' && _before == ']',
            _ => _last == '?',
        };
        return ends ? Leave() : null;
    }

    private XmlPiece? Closed()
    {
        var tag = _tag.Bytes;
        var name = NameOf(tag);
        if (name is null)
        {
            return null;
        }

        if (tag[1] == '/')
        {
            return name == _open ? Finish(name) : null;
        }

        if (records.Contains(name))
        {
            return Open(name, tag[^2] == '/');
        }

        return holders.Contains(name) && _open is null ? new XmlPiece(name, true, _tag.Piece(_tag.Length, _tagLine)) : null;
    }

    private XmlPiece? Open(string name, bool isEmpty)
    {
        var unclosed = _open is { } before ? Unclosed(before) : default(XmlPiece?);
        _record.Clear();
        foreach (var value in _tag.Bytes)
        {
            _record.Add(value);
        }

        (_open, _recordLine) = (name, _tagLine);
        return unclosed ?? (isEmpty ? Finish(name) : null);
    }

    private XmlPiece Finish(string name)
    {
        _open = null;
        return new XmlPiece(name, false, _record.Piece(_record.Length, _recordLine));
    }

    private XmlPiece Unclosed(string name)
    {
        _open = null;
        return new XmlPiece(name, false, new TextPiece(ReadOnlyMemory<byte>.Empty, _recordLine, $"The {name} that begins here is never closed."));
    }

    // Without "/" and prefix; null for what is no tag of an element.
    private static string? NameOf(ReadOnlySpan<byte> tag)
    {
        var name = tag[1..].TrimStart((byte)'/');
        var end = name.IndexOfAny(NameEnds);
        name = end < 0 ? name : name[..end];
        name = name[(name.IndexOf((byte)':') + 1)..];
        return name.Length is 0 or > 40 || !char.IsAsciiLetter((char)name[0]) ? null : Encoding.Latin1.GetString(name);
    }
}
