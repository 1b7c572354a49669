namespace PaperChat.Text;

/// <summary>One run of <see cref="TextCleaner"/> over one text: what is not LaTeX is dealt with here.</summary>
internal sealed partial class TextCleaning(string text)
{
    // Deeper braces are copied as they stand, so that no text can exhaust the stack.
    private const int MaxDepth = 32;

    private readonly CleanedTextBuilder _out = new(text);
    private readonly int[]? _braces = BraceMatcher.Match(text);
    private readonly bool _mayHoldAddress = text.Contains("http", StringComparison.Ordinal) || text.Contains("www.", StringComparison.Ordinal);
    private readonly bool _mayHoldArtefact = text.Contains('{') || FeedArtefacts.MayStandIn(text);
    private int _depth;

    // Ends of constructs whose closing mark is dropped when it is reached.
    private readonly HashSet<int> _dropped = [];

    public CleanedText Run()
    {
        Range(0, text.Length, math: false);
        return _out.Build();
    }

    private void Range(int from, int to, bool math)
    {
        for (var at = from; at < to;)
        {
            var run = PlainRun(at, to);
            _out.AppendRun(at, run);
            at += run;
            at = at < to ? Step(at, to, math) : at;
        }
    }

    // How many characters from here on are copied as they stand, whatever is around them. Not all such runs are found.
    private int PlainRun(int from, int to)
    {
        var at = from;
        while (!_mayHoldArtefact && at < to && IsPlain(text[at]) && !(_mayHoldAddress && text[at] is 'h' or 'w'))
        {
            at++;
        }

        return at - from;
    }

    private static bool IsPlain(char c) =>
        c is > ' ' and < '\u007F' and not ('\\' or '$' or '{' or '~' or '-' or '`' or '\'' or '&' or '<' or '^' or '_');

    // Cleans what stands at one place and returns the index after it; always moves on.
    private int Step(int at, int to, bool math)
    {
        if (_dropped.Count > 0 && _dropped.Remove(at))
        {
            return at + 5;
        }

        var c = text[at];
        switch (c)
        {
            case ' ' or '\t' or '\n' or '\r' or '\f':
                _out.AppendSpace(at);
                return at + 1;
            case '\\':
                return Command(at, to, math);
            case '$':
                return Dollar(at, to, math);
            case '{':
                return Brace(at, to, math);
            case '~':
                return Tie(at, math);
            case '-' or '`' or '\'' when !math:
                return Punctuation(at);
            case '&':
                return Entity(at, math);
            case '<' when !math:
                return Tag(at);
            case '^' or '_':
                return Script(at, to, math);
            case 'h' or 'w' when !math && AddressLength(at) is var length and > 0:
                _out.Append(text.Substring(at, length), at, advancing: true);
                return at + length;
        }

        if (c < 0x7F)
        {
            return Letter(at, to, math);
        }

        return Other(at);
    }

    private int Letter(int at, int to, bool math)
    {
        if (text[at] < ' ')
        {
            return at + ControlCharacters.Length(text, at);
        }

        if (!math && char.IsAsciiLetterLower(text[at]))
        {
            if (FeedArtefacts.Symbol(text, at, out var symbol) is var length and > 0)
            {
                _out.Append(symbol, at);
                return at + length;
            }

            if (FeedArtefacts.FontBeforeBrace(text, at) is var font and > 0 && End(at + font, to) is var end and > 0)
            {
                _out.Open(at);
                Inner(at + font + 1, end, math: false);
                return end + 1;
            }

            if (FeedArtefacts.RightOfLeft(text, at) is var right and > 0)
            {
                _dropped.Add(right);
                return at + 4;
            }
        }

        _out.Append(text[at], at);
        return at + 1;
    }

    private int Other(int at)
    {
        var c = text[at];
        if (char.IsSurrogate(c))
        {
            if (!char.IsSurrogatePair(text, at))
            {
                _out.Append('\uFFFD', at);
                return at + 1;
            }

            if (!ControlCharacters.IsRemoved(char.ConvertToUtf32(c, text[at + 1])))
            {
                _out.Append(c, at);
                _out.Append(text[at + 1], at);
            }

            return at + 2;
        }

        if (ControlCharacters.Mojibake(text, at) is var mended and not '\0')
        {
            _out.Append(mended, at);
            return at + 3;
        }

        if (ControlCharacters.IsRemoved(c))
        {
            return at + 1;
        }

        if (char.IsWhiteSpace(c))
        {
            _out.AppendSpace(at);
        }
        else
        {
            _out.Append(c, at);
        }

        return at + 1;
    }

    // Dashes and quotes as TeX writes them.
    private int Punctuation(int at)
    {
        var c = text[at];
        var run = 1;
        while (at + run < text.Length && text[at + run] == c)
        {
            run++;
        }

        if (c == '-' && run is 2 or 3 && !IsOption(at, run))
        {
            _out.Append(run == 2 ? '–' : '—', at);
        }
        else if (c is '`' or '\'' && run == 2)
        {
            _out.Append('"', at);
        }
        else if (c == '`' && run == 1 && ClosesSingleQuote(at))
        {
            _out.Append('\'', at);
        }
        else
        {
            _out.Append(text.Substring(at, run), at, advancing: true);
        }

        return at + run;
    }

    // "--flag" of a command line.
    private bool IsOption(int at, int run) =>
        run == 2 && (at == 0 || char.IsWhiteSpace(text[at - 1])) && at + 2 < text.Length && char.IsLetter(text[at + 2]);

    private bool ClosesSingleQuote(int at)
    {
        var end = text.AsSpan(at + 1, Math.Min(80, text.Length - at - 1)).IndexOfAny('`', '\'');
        return end > 0 && text[at + 1 + end] == '\'' && char.IsLetterOrDigit(text[at + 1]);
    }

    private int Entity(int at, bool math)
    {
        if (HtmlMarkup.Entity(text, at, out var decoded) is not (> 0 and var length))
        {
            if (math)
            {
                _out.AppendSpace(at);
            }
            else
            {
                _out.Append('&', at);
            }

            return at + 1;
        }

        foreach (var c in decoded)
        {
            if (char.IsWhiteSpace(c))
            {
                _out.AppendSpace(at);
            }
            else if (!char.IsControl(c) && (char.IsSurrogate(c) || !ControlCharacters.IsRemoved(c)))
            {
                _out.Append(c, at);
            }
        }

        return at + length;
    }

    private int Tag(int at)
    {
        if (HtmlMarkup.Tag(text, at, out var kind) is not (> 0 and var length))
        {
            _out.Append('<', at);
            return at + 1;
        }

        if (kind == TagKind.Block)
        {
            _out.AppendSpace(at);
        }
        else if (kind == TagKind.Raised)
        {
            _out.Append('^', at);
        }
        else if (kind == TagKind.Opening)
        {
            _out.Open(at);
        }

        return at + length;
    }

    // An address is copied as it stands: "~", "--" and "_" are part of it.
    private int AddressLength(int at)
    {
        var rest = text.AsSpan(at);
        if (!rest.StartsWith("http://") && !rest.StartsWith("https://") && !rest.StartsWith("www."))
        {
            return 0;
        }

        var end = 0;
        while (end < rest.Length && rest[end] is > ' ' and < '\u007F' and not ('\\' or '{' or '}' or '<' or '>' or '"' or '$' or '&' or '`'))
        {
            end++;
        }

        // The closing quotes of ``https://...''.
        return rest[..end].EndsWith("''") ? end - 2 : end;
    }
}
