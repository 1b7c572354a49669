using System.Globalization;
using System.Text;

namespace PaperChat.Text;

/// <summary>Finds the words of a text one after another. Combining marks belong to the letter before and are dropped.</summary>
internal ref struct WordScanner(string text)
{
    private readonly string _text = text;
    private int _at;

    /// <param name="word">The next word.</param>
    /// <param name="term">Its term; null for a stop word.</param>
    public bool TryNext(out Word word, out string? term)
    {
        while (_at < _text.Length && !char.IsLetterOrDigit(_text[_at]) && !(char.IsSurrogatePair(_text, _at) && IsWordRune(_at)))
        {
            _at++;
        }

        if (_at >= _text.Length)
        {
            word = default;
            term = null;
            return false;
        }

        var start = _at;
        var plain = true;
        var separators = false;
        while (_at < _text.Length)
        {
            var c = _text[_at];
            if (char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c))
            {
                _at++;
            }
            else if (char.IsLetterOrDigit(c) || IsMark(c))
            {
                plain = false;
                _at++;
            }
            else if (char.IsHighSurrogate(c) && _at + 1 < _text.Length && char.IsLowSurrogate(_text[_at + 1]))
            {
                if (!IsWordRune(_at))
                {
                    break;
                }

                plain = false;
                _at += 2;
            }
            else if (c is '.' or ',' && JoinsNumber(start))
            {
                separators |= c == ',';
                _at++;
            }
            else
            {
                break;
            }
        }

        var length = Math.Min(_at - start, TextAnalyzer.MaxWordLength);
        length -= char.IsHighSurrogate(_text[start + length - 1]) ? 1 : 0;
        var span = _text.AsSpan(start, length);
        (var text, term) = plain && !separators ? TermCache.Find(span) : Normalise(span, separators);
        word = new Word(text, start, _at - start);
        return true;
    }

    private readonly bool IsWordRune(int index) =>
        CharUnicodeInfo.GetUnicodeCategory(_text, index) is var category
        && (category <= UnicodeCategory.OtherLetter || category is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber);

    private static bool IsMark(char c) => c >= 0x300
        && CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    // "97.4" and "1,000" are one word, "3.5x" too; "2.The" and "4,5" (a list) are not.
    private readonly bool JoinsNumber(int start)
    {
        var group = 0;
        for (var i = start; i < _at; i++)
        {
            if (!char.IsAsciiDigit(_text[i]) && _text[i] is not ('.' or ','))
            {
                return false;
            }

            group = char.IsAsciiDigit(_text[i]) ? group + 1 : 0;
        }

        var digits = 0;
        while (_at + 1 + digits < _text.Length && char.IsAsciiDigit(_text[_at + 1 + digits]))
        {
            digits++;
        }

        return _text[_at] == '.' ? digits > 0 : digits == 3 && group <= 3;
    }

    private static (string Word, string? Term) Normalise(ReadOnlySpan<char> span, bool separators)
    {
        if (!separators && Ascii.IsValid(span))
        {
            Span<char> lower = stackalloc char[TextAnalyzer.MaxWordLength];
            Ascii.ToLower(span, lower, out var count);
            return TermCache.Find(lower[..count]);
        }

        Span<char> buffer = stackalloc char[TextAnalyzer.MaxWordLength * 3];
        var length = 0;
        foreach (var raw in span)
        {
            if (IsMark(raw) || (separators && raw == ','))
            {
                continue;
            }

            var c = AccentFolding.Fold(char.ToLowerInvariant(raw));
            if (AccentFolding.FoldLonger(c) is { } longer)
            {
                longer.CopyTo(buffer[length..]);
                length += longer.Length;
            }
            else
            {
                buffer[length++] = c;
            }
        }

        // A ligature may become two letters and make the word longer than it may be.
        return TermCache.Find(buffer[..Math.Min(length, TextAnalyzer.MaxWordLength)]);
    }
}
