namespace PaperChat.Text;

/// <summary>The formulas of <see cref="TextCleaning"/>: fractions, roots, dollar signs, superscripts and subscripts.</summary>
internal sealed partial class TextCleaning
{
    private int Fraction(int at, int argument, int end, int to)
    {
        _out.Open(at);
        Part(argument + 1, end);
        var second = SkipSpaces(end + 1, to);
        var secondEnd = End(second, to);
        if (secondEnd < 0)
        {
            return end + 1;
        }

        _out.Append('/', end);
        Part(second + 1, secondEnd);
        return secondEnd + 1;
    }

    private int Root(int at, int next, int to)
    {
        _out.Append('√', at);
        var argument = SkipSpaces(next, to);
        if (End(argument, to) is var end and > 0)
        {
            Part(argument + 1, end);
            return end + 1;
        }

        return argument;
    }

    // An operand in a line of text: brackets where it is more than one word.
    private void Part(int from, int to)
    {
        var position = _out.Length;
        Inner(from, to, math: true);
        if (_out.Length > position && _out.From(position).Any(c => !char.IsLetterOrDigit(c) && c is not ('.' or '√')))
        {
            _out.Insert(position, '(');
            _out.Append(')', to);
        }
    }

    private int Dollar(int at, int to, bool math)
    {
        if (math || MathSpans.EndOfMath(text, at) is not (> 0 and var end) || end > to)
        {
            if (!math)
            {
                _out.Append('$', at);
            }

            return at + 1;
        }

        var width = at + 1 < text.Length && text[at + 1] == '$' ? 2 : 1;
        _out.Open(at);
        Inner(SkipSpaces(at + width, end), end - width, math: true);
        return end;
    }

    // "^{...}" and "_{...}" lose their braces where the end of the script stays plain.
    private int Script(int at, int to, bool math)
    {
        var end = End(at + 1, to);
        if (end < 0)
        {
            _out.Append(text[at], at);
            return at + 1;
        }

        _out.Append(text[at], at);
        var position = _out.Length;
        Inner(at + 2, end, math: true);
        if (_out.Length == position + 1 && _out.Last == '∘' && text[at] == '^')
        {
            _out.Remove(position);
            _out.Remove(position - 1);
            _out.Append('°', at);
            return end + 1;
        }

        var glued = end + 1 < text.Length && (char.IsLetterOrDigit(text[end + 1]) || text[end + 1] is '^' or '_' or '(' or '\\' or '.' or ',');
        var plain = !_out.From(position).AsSpan().ContainsAny(ScriptBreakers);
        if (_out.Length > position + 1 && (glued && !EndsSentence(end) || !plain))
        {
            _out.Insert(position, '{');
            _out.Append('}', end);
        }

        return end + 1;
    }

    private bool EndsSentence(int end) => text[end + 1] is '.' or ',' && (end + 2 >= text.Length || !char.IsLetterOrDigit(text[end + 2]));
}
