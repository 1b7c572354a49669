using System.Text;
using PaperChat.Text;

namespace PaperChat.Bibliography;

/// <summary>One run over a BibTeX value; see <see cref="LatexDecoder"/>.</summary>
internal sealed class LatexReading(string latex)
{
    private readonly StringBuilder _text = new(latex.Length);
    private int _at;

    public string Run()
    {
        while (_at < latex.Length)
        {
            Step();
        }

        return _text.ToString();
    }

    private char Next(int ahead = 0) => _at + ahead < latex.Length ? latex[_at + ahead] : '\0';

    private void Step()
    {
        switch (latex[_at])
        {
            case '\\':
                Command();
                break;
            case '$' when MathSpans.EndOfMath(latex, _at) is > 0 and var end:
                _text.Append(latex, _at, end - _at);
                _at = end;
                break;
            case '{' or '}':
                _at++;
                break;
            case '~':
                Add(" ", 1);
                break;
            case '-' when Next(1) == '-':
                Add(Next(2) == '-' ? "—" : "–", Next(2) == '-' ? 3 : 2);
                break;
            case '`':
                Add(Next(1) == '`' ? "“" : "‘", Next(1) == '`' ? 2 : 1);
                break;
            case '\'' when Next(1) == '\'':
                Add("”", 2);
                break;
            default:
                Add(latex[_at].ToString(), 1);
                break;
        }
    }

    private void Add(string text, int taken)
    {
        _text.Append(text);
        _at += taken;
    }

    private void Command()
    {
        var first = Next(1);
        if (char.IsAsciiLetter(first))
        {
            Word();
            return;
        }

        switch (first)
        {
            case '&' or '%' or '$' or '#' or '_' or '{' or '}':
                Add(first.ToString(), 2);
                break;
            case ' ' or ',' or ';' or ':' or '\\' or '\n' or '\t':
                Add(" ", 2);
                break;
            case '-' or '/' or '!':
                _at += 2;
                break;
            case '\0':
                Add("\\", 1);
                break;
            default:
                if (LatexAccents.IsAccent(first.ToString()))
                {
                    _at += 2;
                    Accent(first.ToString());
                }
                else
                {
                    Add("\\", 1);
                }

                break;
        }
    }

    private void Word()
    {
        var end = _at + 1;
        while (end < latex.Length && char.IsAsciiLetter(latex[end]))
        {
            end++;
        }

        var name = latex[(_at + 1)..end];
        var start = _at;
        _at = end;
        if (name is "i" or "j" or "o" or "l" or "O" or "L" || LatexCharacters.CharacterOf(name) is not null)
        {
            _text.Append(LatexCharacters.CharacterOf(name));
            SkipEnd();
        }
        else if (name == "ensuremath" && Argument() is { } formula)
        {
            _text.Append(formula is ['\\', ..] && LatexCharacters.CharacterOf(formula[1..]) is { } symbol ? symbol.ToString() : $"${formula}$");
        }
        else if (name is "url" or "path" && Argument() is { } address)
        {
            _text.Append(address);
        }
        else if (name == "href" && Argument() is not null)
        {
            // Its second argument, the text of the link, is read as what follows.
        }
        else if (LatexAccents.IsAccent(name) && (Next() is '{' or ' ' or '\\'))
        {
            Accent(name);
        }
        else if (LatexSymbols.SymbolOf(name) is { } text)
        {
            _text.Append(text);
            SkipEnd();
        }
        else if (LatexSymbols.IsFont(name) || LatexSymbols.IsSilent(name))
        {
            SkipEnd();
        }
        else
        {
            _text.Append(latex, start, end - start);
        }
    }

    // A command of letters ends at white space, which belongs to it, or at empty braces.
    private void SkipEnd()
    {
        if (Next() == '{' && Next(1) == '}')
        {
            _at += 2;
        }
        else if (char.IsWhiteSpace(Next()))
        {
            _at++;
        }
    }

    private void Accent(string accent)
    {
        while (Next() == ' ')
        {
            _at++;
        }

        string? letter;
        if (Next() == '{')
        {
            letter = Argument() ?? "";
        }
        else
        {
            var length = Next() == '\\' ? 2 : Math.Min(1, latex.Length - _at);
            letter = latex.Substring(_at, Math.Min(length, latex.Length - _at));
            _at += letter.Length;
            if (length == 2)
            {
                SkipEnd();
            }
        }

        letter = letter.Trim('{', '}', ' ');
        letter = letter is "\\i" or "\\j" ? letter[1..] : letter;
        _text.Append(letter.Length == 0 ? accent : LatexAccents.Compose(accent, letter[0]) + letter[1..]);
    }

    // What stands in the braces that open here; null, and nothing taken, where none open or they never close.
    private string? Argument()
    {
        var depth = 0;
        for (var i = _at; i < latex.Length && Next() == '{'; i++)
        {
            depth += latex[i] switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth == 0)
            {
                var inside = latex[(_at + 1)..i];
                _at = i + 1;
                return inside;
            }
        }

        return null;
    }
}
