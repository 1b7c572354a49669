using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace PaperChat.Text;

/// <summary>
/// Goes through the words of a text as <see cref="TextAnalyzer"/> takes them, without making strings. Combining marks belong to the
/// letter before and are dropped.
/// </summary>
public ref struct WordScanner
{
    private readonly string _text;
    private int _at;
    private int _length;
    private bool _isPlain;
    private int _chain = -1;
    private WordBuffer _normalized;
    private int _normalizedLength;

    // The word before this one, where a hyphen follows it, and after it this one.
    private WordBuffer _pair;
    private int _pairFirst;
    private int _pairLength;

    public WordScanner(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        _text = text;
    }

    /// <summary>The word in lower case, accents folded, at most <see cref="TextAnalyzer.MaxWordLength"/> characters.</summary>
    [UnscopedRef]
    public readonly ReadOnlySpan<char> Word =>
        _isPlain ? _text.AsSpan(Start, _normalizedLength) : ((ReadOnlySpan<char>)_normalized)[.._normalizedLength];

    /// <summary>
    /// The word before and this one as one, where they are the two parts of a hyphenated word; else empty. Chains of more than two
    /// parts are no compounds: "end-to-end" would give junk pairs.
    /// </summary>
    [UnscopedRef]
    public readonly ReadOnlySpan<char> Compound => ((ReadOnlySpan<char>)_pair)[.._pairLength];

    public int CompoundStart { get; private set; }

    /// <summary>Where the word begins, in UTF-16 code units of the text.</summary>
    public int Start { get; private set; }

    /// <summary>UTF-16 code units of the text that the word takes.</summary>
    public readonly int Length => _length;

    /// <summary>Counts the words from 0; -1 before the first.</summary>
    public int Position { get; private set; } = -1;

    public bool MoveNext()
    {
        var previous = _at;
        if (!SkipToWord())
        {
            return false;
        }

        var previousStart = Start;
        Start = _at;
        ReadWord();
        Position++;
        var joins = Position > 0 && Start == previous + 1 && IsHyphen(_text[previous]);
        _chain = joins ? _chain + 1 : 0;
        _pairLength = 0;
        if (_chain == 1 && !JoinsNext())
        {
            Word.CopyTo(((Span<char>)_pair)[_pairFirst..]);
            (_pairLength, CompoundStart) = (_pairFirst + _normalizedLength, previousStart);
        }
        else if (_at < _text.Length && IsHyphen(_text[_at]))
        {
            Word.CopyTo(_pair);
            _pairFirst = _normalizedLength;
        }

        return true;
    }

    private bool SkipToWord()
    {
        while (_at < _text.Length && !char.IsLetterOrDigit(_text[_at]) && !(char.IsSurrogatePair(_text, _at) && IsWordRune(_at)))
        {
            _at++;
        }

        return _at < _text.Length;
    }

    private void ReadWord()
    {
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
            else if (c is '.' or ',' && JoinsNumber(Start))
            {
                separators |= c == ',';
                _at++;
            }
            else
            {
                break;
            }
        }

        _length = _at - Start;
        var kept = Math.Min(_length, TextAnalyzer.MaxWordLength);
        kept -= char.IsHighSurrogate(_text[Start + kept - 1]) ? 1 : 0;
        _isPlain = plain && !separators;
        _normalizedLength = _isPlain ? kept : Normalize(_text.AsSpan(Start, kept), separators, _normalized);
    }

    private readonly bool IsWordRune(int index) =>
        CharUnicodeInfo.GetUnicodeCategory(_text, index) is var category
        && (category <= UnicodeCategory.OtherLetter || category is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber);

    private static bool IsMark(char c) => c >= 0x300
        && CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool IsHyphen(char c) => c is '-' or '\u2010' or '\u2011';

    private readonly bool JoinsNext() => _at + 1 < _text.Length && IsHyphen(_text[_at]) && char.IsLetterOrDigit(_text[_at + 1]);

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

    private static int Normalize(ReadOnlySpan<char> span, bool separators, Span<char> buffer)
    {
        if (!separators && Ascii.IsValid(span))
        {
            Ascii.ToLower(span, buffer, out var count);
            return count;
        }

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
        return Math.Min(length, TextAnalyzer.MaxWordLength);
    }

    // Room for a word whose every letter is folded to three.
    [InlineArray(TextAnalyzer.MaxWordLength * 3)]
    private struct WordBuffer
    {
        private char _first;
    }
}
