using System.Buffers;

namespace PaperChat.Text;

/// <summary>The LaTeX part of <see cref="TextCleaning"/>.</summary>
internal sealed partial class TextCleaning
{
    private static readonly SearchValues<char> LettersAndDigits =
        SearchValues.Create("-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private static readonly SearchValues<char> ScriptBreakers = SearchValues.Create(" ,/^_");

    private int Command(int at, int to, bool math)
    {
        var next = at + 1;
        if (next >= to)
        {
            _out.Append('\\', at);
            return next;
        }

        var c = text[next];
        if (!char.IsAsciiLetter(c))
        {
            return Escape(at, to, math);
        }

        while (next < to && char.IsAsciiLetter(text[next]))
        {
            next++;
        }

        return Named(at, text[(at + 1)..next], next, to, math);
    }

    private int Escape(int at, int to, bool math)
    {
        var c = text[at + 1];
        switch (c)
        {
            case '%' or '_' or '&' or '$' or '#' or '{' or '}':
                _out.Append(c, at);
                return at + 2;
            case '|':
                _out.Append('‖', at);
                return at + 2;
            case '\\' or ' ' or ',' or ';' or ':' or '>' or '\n':
                _out.AppendSpace(at);
                return at + 2;
            case '!' or '-' or '/' or '@':
                return at + 2;
            case '(' or '[' when EndOfDelimited(at, to) is var end and > 0:
                _out.Open(at);
                Inner(at + 2, end, math: true);
                return end + 2;
            case '"' or '\'' or '`' or '^' or '~' or '=' or '.' when !math && Accented(at, c.ToString(), at + 2, to) is var after and > 0:
                return after;
            default:
                _out.Append('\\', at);
                return at + 1;
        }
    }

    private int EndOfDelimited(int at, int to)
    {
        var close = text[at + 1] == '(' ? "\\)" : "\\]";
        var length = Math.Min(600, to - at - 2);
        var end = text.AsSpan(at + 2, length).IndexOf(close);
        return end < 0 ? -1 : at + 2 + end;
    }

    private int Named(int at, string name, int next, int to, bool math)
    {
        var argument = SkipSpaces(next, to);
        var end = End(argument, to);
        if (LatexAccents.OfMath(name) is { } mark && Accented(at, mark, argument, to) is var afterMath and > 0)
        {
            return afterMath;
        }

        if (!math && LatexAccents.IsAccent(name) && Accented(at, name, argument, to) is var after and > 0)
        {
            return after;
        }

        if (LatexSymbols.SymbolOf(name) is { } symbol)
        {
            _out.Append(symbol, at);
            return AfterSymbol(next, to, symbol, math);
        }

        if (LatexSymbols.IsDropped(name))
        {
            return Drop(at, next, end, to);
        }

        if (LatexSymbols.IsSilent(name) || LatexSymbols.IsFont(name))
        {
            return Font(at, name, next, end, math);
        }

        return name switch
        {
            "frac" or "tfrac" or "dfrac" or "nicefrac" or "sfrac" when end > 0 => Fraction(at, argument, end, to),
            "sqrt" => Root(at, next, to),
            "href" when end > 0 && End(end + 1, to) is var label and > 0 => Shown(at, end + 2, label),
            "footnote" when end > 0 => Remark(at, argument, end),
            _ => Unknown(at, name, next, argument, end, math),
        };
    }

    private int Unknown(int at, string name, int next, int argument, int end, bool math)
    {
        if (math || LatexSymbols.IsName(name))
        {
            if (char.IsLetterOrDigit(_out.Last))
            {
                _out.Append(' ', at);
            }

            _out.Append(name, at);
            if (next < text.Length && (char.IsLetterOrDigit(text[next]) || text[next] == '\\'))
            {
                _out.Append(' ', next);
            }

            return next;
        }

        // "\method{}" is the name of something; "\unknown{text}" says its text.
        if (end == next + 1 && argument == next)
        {
            _out.Append(name, at);
            return end + 1;
        }

        if (end > 0 && argument == next)
        {
            return Shown(at, argument + 1, end);
        }

        _out.Append('\\', at);
        return at + 1;
    }

    private int Font(int at, string name, int next, int end, bool math)
    {
        _out.Open(at);
        if (end > 0 && SkipSpaces(next, end) is var argument && text[argument] == '{' && LatexSymbols.IsFont(name))
        {
            if (name == "textsuperscript" && char.IsDigit(text[argument + 1]))
            {
                _out.Append('^', at);
            }

            Inner(argument + 1, end, math && name is not ("text" or "mbox" or "textrm"));
            return end + 1;
        }

        if (name is "quad" or "qquad" or "newline" or "par" or "item" or "linebreak" or "enspace" or "thinspace")
        {
            _out.AppendSpace(at);
        }

        // TeX swallows the white space after a command.
        var after = SkipSpaces(next, text.Length);
        return name is "left" or "right" or "middle" && after < text.Length && text[after] == '.' ? after + 1 : after;
    }

    private int AfterSymbol(int next, int to, string symbol, bool math)
    {
        if (next + 1 < to && text[next] == '{' && text[next + 1] == '}')
        {
            next += 2;
        }

        // "\etc." ends with one stop.
        if (symbol.Length > 1 && symbol[^1] == '.' && next < to && text[next] == '.')
        {
            return next + 1;
        }

        // A letter's command runs up to the space that TeX swallows: "Stra\ss e"; a formula keeps its spaces for the reader.
        return !math && symbol.Length == 1 && char.IsLetter(symbol[0]) && symbol[0] < 0x250 && next < to && text[next] == ' ' ? next + 1 : next;
    }

    private int Drop(int at, int next, int end, int to)
    {
        var argument = next;
        while (argument < to && text[argument] == '[' && text.IndexOf(']', argument, to - argument) is var close and > 0)
        {
            argument = close + 1;
        }

        end = End(argument, to) is var later and > 0 ? later : end;
        if (end <= 0)
        {
            _out.Append('\\', at);
            return at + 1;
        }

        if (_out.Last == ' ' && (end + 1 >= text.Length || !char.IsLetterOrDigit(text[end + 1])))
        {
            _out.Remove(_out.Length - 1);
        }

        return end + 1;
    }

    private int Accented(int at, string accent, int argument, int to)
    {
        argument = SkipSpaces(argument, to);
        if (argument >= to)
        {
            return -1;
        }

        if (text[argument] != '{')
        {
            return Letter(argument, argument + 1);
        }

        var end = End(argument, to);
        var inner = argument + 1;
        if (end < 0)
        {
            return -1;
        }

        // \tilde{\mathcal{O}}: the accent belongs to the one letter inside.
        while (inner < end && text[inner] == '\\' && text.IndexOf('{', inner, end - inner) is var brace and > 0)
        {
            inner = brace + 1;
        }

        var letterEnd = inner;
        while (letterEnd < end && text[letterEnd] != '}')
        {
            letterEnd++;
        }

        return text[inner] == '\\' && inner + 2 == letterEnd && text[inner + 1] is 'i' or 'j' ? Letter(inner + 1, end + 1)
            : letterEnd == inner + 1 ? Letter(inner, end + 1)
            : -1;

        int Letter(int index, int after)
        {
            if (text[index] == '\\' && index + 1 < to && text[index + 1] is 'i' or 'j')
            {
                index++;
                after = index + 1;
            }

            if (!char.IsAsciiLetter(text[index]))
            {
                return -1;
            }

            _out.Append(LatexAccents.Compose(accent, text[index]), at);
            return after;
        }
    }

    private int Shown(int at, int from, int end)
    {
        _out.Open(at);
        Inner(from, end, math: false);
        return end + 1;
    }

    private int Remark(int at, int argument, int end)
    {
        _out.AppendSpace(at);
        _out.Append('(', at);
        Inner(argument + 1, end, math: false);
        _out.Append(')', end);
        return end + 1;
    }

    private int Brace(int at, int to, bool math)
    {
        var end = End(at, to);
        if (end < 0 || !(math || IsGroup(at, end)))
        {
            _out.Append('{', at);
            return at + 1;
        }

        _out.Open(at);
        Inner(at + 1, end, math);
        return end + 1;
    }

    // Outside formulas: "{}", "{\em x}", "{cdot}", and "{BERT}" as BibTeX protects capitals.
    private bool IsGroup(int at, int end) =>
        end == at + 1 || text[at + 1] == '\\' || text.AsSpan(at + 1).StartsWith("cdot")
        || (end - at <= 40 && (at == 0 || char.IsWhiteSpace(text[at - 1])) && char.IsAsciiLetterUpper(text[at + 1])
            && text.AsSpan(at + 1, end - at - 1).IndexOfAnyExcept(LettersAndDigits) < 0);

    // "Fig.~2" and "Smith~et al.": but "~100" is about 100, and "10~20" a range.
    private int Tie(int at, bool math)
    {
        var before = at > 0 ? text[at - 1] : ' ';
        var after = at + 1 < text.Length ? text[at + 1] : ' ';
        var tie = math || char.IsWhiteSpace(after)
            ? math
            : (char.IsLetter(before) || before is '.' or ')' or '}' or ',' or '$' or '%' || (char.IsDigit(before) && !char.IsDigit(after)))
                && (char.IsLetterOrDigit(after) || after is '\\' or '$' or '(' or '[' or '{');
        if (tie)
        {
            _out.AppendSpace(at);
        }
        else
        {
            _out.Append('~', at);
        }

        return at + 1;
    }

    private void Inner(int from, int to, bool math)
    {
        if (++_depth > MaxDepth)
        {
            _out.Append(text[from..to], from, advancing: true);
        }
        else
        {
            Range(from, to, math);
        }

        _depth--;
    }

    private int End(int brace, int to) => brace < to && text[brace] == '{' && _braces![brace] is var end and > 0 && end < to ? end : -1;

    private int SkipSpaces(int at, int to)
    {
        while (at < to && text[at] is ' ' or '\n' or '\t' or '\r')
        {
            at++;
        }

        return at;
    }
}
