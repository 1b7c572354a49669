using System.Globalization;
using PaperChat.Text;

namespace PaperChat.Verification;

/// <summary>
/// Finds the numbers of a text and brings their many ways of writing to one: 41.8 %, 41.8 percent; twelve, 12; 10x, ten-fold, ten times,
/// an order of magnitude; 1,000, 1000, 1k; half, 50 %. Digits that belong to a name (ImageNet-64, F1) are none.
/// </summary>
internal sealed class QuantityReader
{
    private static readonly HashSet<string> Approximators = new(StringComparer.Ordinal)
    {
        "about", "around", "approximately", "roughly", "nearly", "almost", "some", "circa", "over", "than", "under",
    };

    private readonly string _text;
    private readonly List<Word> _words;
    private readonly List<Quantity> _found = [];

    private QuantityReader(string text, List<Word> words)
    {
        _text = text;
        _words = words;
    }

    public static IReadOnlyList<Quantity> Read(string text, List<Word> words)
    {
        var reader = new QuantityReader(text, words);
        var at = 0;
        while (at < words.Count)
        {
            at = reader.ReadAt(at);
        }

        reader.CarryUnits();
        return reader._found;
    }

    private int ReadAt(int at)
    {
        var word = _words[at].Text;
        if (char.IsAsciiDigit(word[0]))
        {
            return ReadDigits(at);
        }

        if (word is "twice" or "double" or "doubles" or "doubled" or "doubling" or "twofold")
        {
            return Add(2, QuantityUnit.Times, at, at);
        }

        if (word is "triple" or "triples" or "tripled" or "threefold" or "thrice")
        {
            return Add(3, QuantityUnit.Times, at, at);
        }

        if (word is "half" or "halves" or "halved" or "halving")
        {
            return Add(50, QuantityUnit.Percent, at, at, isLoose: word == "half" && !IsShare(at));
        }

        if (WordAt(at - 1) is "a" or "one" && WordAt(at + 1) == "of" && ShareOf(word) is { } share)
        {
            return Add(share, QuantityUnit.Percent, at, at, isLoose: true);
        }

        if (word is "order" or "orders" && WordAt(at + 1) == "of" && WordAt(at + 2).StartsWith("magnitude", StringComparison.Ordinal))
        {
            return Add(10, QuantityUnit.Times, at, at + 2);
        }

        return ReadWords(at);
    }

    private int ReadDigits(int at)
    {
        var word = _words[at].Text;
        var digits = 0;
        while (digits < word.Length && (char.IsAsciiDigit(word[digits]) || word[digits] == '.'))
        {
            digits++;
        }

        var suffix = word[digits..];
        if (IsJoinedToName(at) || !double.TryParse(word.AsSpan(0, digits), NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
        {
            return at + 1;
        }

        value = IsFraction(at) ? value / Math.Pow(10, digits) : value;
        return suffix switch
        {
            "" => AddWithUnit(value, at, at),
            "x" or "times" or "fold" => Add(value, QuantityUnit.Times, at, at),
            "st" or "nd" or "rd" or "th" => Add(value, QuantityUnit.Ordinal, at, at),
            "d" => Add(value, QuantityUnit.Dimensions, at, at),
            "k" => Add(value * 1e3, QuantityUnit.Count, at, at),
            "m" => Add(value * 1e6, QuantityUnit.Count, at, at),
            "b" or "bn" => Add(value * 1e9, QuantityUnit.Count, at, at),
            _ when suffix.Any(char.IsAsciiDigit) => at + 1,
            _ => Add(value, QuantityUnit.Count, at, at),
        };
    }

    private int ReadWords(int at)
    {
        var last = at - 1;
        double total = 0;
        double current = 0;
        while (last + 1 < _words.Count && PartOf(_words[last + 1].Text) is { } value && (last < at || _words[last].Text == "and" || IsGap(last, last + 1)))
        {
            if (value >= 100)
            {
                current = Math.Max(1, current) * value;
                (total, current) = value >= 1000 ? (total + current, 0) : (total, current);
            }
            else if (last >= at && current % 100 > 0 && (current % 100 < 20 || value >= 10))
            {
                break;
            }
            else
            {
                current += value;
            }

            last++;
            last += value >= 100 && WordAt(last + 1) == "and" && PartOf(WordAt(last + 2)) < 100 ? 1 : 0;
        }

        if (last < at || (last == at && IsPronoun(at)) || (last == at && _words[at].Text is "hundred" or "thousand" or "million" or "billion"))
        {
            return at + 1;
        }

        return AddWithUnit(total + current, at, last, isLoose: last == at && _words[at].Text is "one" or "zero" or "single" or "dual");
    }

    private static double? PartOf(string word) =>
        word is "single" ? 1 : word is "dual" ? 2 : word is not ("half" or "twice" or "double" or "triple" or "dozen") && NumberWords.TryValue(word, out var value) ? value : null;

    private int AddWithUnit(double value, int first, int last, bool isLoose = false)
    {
        while (last + 1 < _words.Count && IsGap(last, last + 1) && MultiplierOf(_words[last + 1].Text) is { } multiplier)
        {
            value *= multiplier;
            last++;
        }

        var end = _words[last].Start + _words[last].Length;
        var sign = _text.AsSpan(end).TrimStart(@" \{}");
        var next = WordAt(last + 1);
        var beside = sign.Length > 0 ? sign[0] : ' ';
        if (beside == '%' || next is "percent" or "percentage" or "pct" or "pp" or "ppt")
        {
            return Add(value, QuantityUnit.Percent, first, beside == '%' ? last : last + 1);
        }

        if (next is "per" && WordAt(last + 2) is "cent")
        {
            return Add(value, QuantityUnit.Percent, first, last + 2);
        }

        if (next is "times" && WordAt(last + 2) is "per" or "a" or "each" or "every")
        {
            return Add(value, QuantityUnit.Count, first, Math.Min(last + 3, _words.Count - 1));
        }

        if (beside == '×' || (next is "x" or "times" or "fold" && IsGap(last, last + 1)))
        {
            return Add(value, QuantityUnit.Times, first, beside == '×' ? last : last + 1);
        }

        if (next is "order" or "orders" && WordAt(last + 2) == "of" && WordAt(last + 3).StartsWith("magnitude", StringComparison.Ordinal))
        {
            return Add(Math.Pow(10, value), QuantityUnit.Times, first, last + 3);
        }

        if (WordAt(first - 1) == "of" && WordAt(first - 2) == "factor")
        {
            return Add(value, QuantityUnit.Times, first, last);
        }

        if (next is "point" or "points" || WordAt(last + 2) is "point" or "points" || WordAt(last + 3) is "point" or "points")
        {
            _found.Add(new Quantity(value, QuantityUnit.Percent, first, last, IsUnitCarried: true));
            return last + 1;
        }

        return next is "d" or "dimensional" && end < _text.Length && _text[end] is '-' or ' '
            ? Add(value, QuantityUnit.Dimensions, first, last + 1)
            : Add(value, QuantityUnit.Count, first, last, isLoose);
    }

    private static double? MultiplierOf(string word) => word switch
    {
        "hundred" => 100,
        "thousand" or "k" => 1e3,
        "million" => 1e6,
        "billion" => 1e9,
        "trillion" => 1e12,
        _ => null,
    };

    private int Add(double value, QuantityUnit unit, int first, int last, bool isLoose = false)
    {
        var isApproximate = Approximators.Contains(WordAt(first - 1)) || (_words[first].Start > 0 && _text[_words[first].Start - 1] is '~' or '∼' or '≈');
        _found.Add(new Quantity(value, unit, first, last, isApproximate, IsLoose: isLoose));
        return last + 1;
    }

    // "from 4 to 8 times", "12 and 15 %": the unit at the end is meant for both.
    private void CarryUnits()
    {
        for (var i = _found.Count - 2; i >= 0; i--)
        {
            var (own, next) = (_found[i], _found[i + 1]);
            if (own.Unit == QuantityUnit.Times && next.Unit == QuantityUnit.Count && next.First - own.Last == 2 && WordAt(own.Last + 1) is "to" or "or" && WordAt(own.First - 2) == "factor")
            {
                _found[i + 1] = next with { Unit = own.Unit, IsUnitCarried = true };
                continue;
            }

            if (own.Unit == QuantityUnit.Count && next.Unit is QuantityUnit.Percent or QuantityUnit.Times or QuantityUnit.Dimensions
                && next.First - own.Last <= 2 && (next.First == own.Last + 1 || WordAt(own.Last + 1) is "to" or "and" or "or" or "vs" or "versus"))
            {
                _found[i] = own with { Unit = next.Unit, IsUnitCarried = true };
            }
        }
    }

    private string WordAt(int index) => index >= 0 && index < _words.Count ? _words[index].Text : "";

    private bool IsGap(int left, int right)
    {
        var gap = _text.AsSpan(_words[left].Start + _words[left].Length, _words[right].Start - _words[left].Start - _words[left].Length);
        return gap.Length <= 2 && gap.Trim(" -\u2010\u2011\u2013").Length == 0;
    }

    // "up to half of the cost", not "the first half".
    private bool IsShare(int at) => WordAt(at + 1) == "of" && WordAt(at - 1) is "to" or "than" or "by" or "about" or "nearly" or "almost" or "roughly";

    // "a tenth of the data"
    private static double? ShareOf(string word) => word switch
    {
        "quarter" => 25,
        "fifth" => 20,
        "tenth" => 10,
        _ => null,
    };

    // ".83"
    private bool IsFraction(int at)
    {
        var start = _words[at].Start;
        return start > 0 && _text[start - 1] == '.' && (start == 1 || char.IsWhiteSpace(_text[start - 2]) || _text[start - 2] is '(' or '$');
    }

    // "one for training": a thing, not how many.
    private bool IsPronoun(int at) =>
        _words[at].Text == "one" && WordAt(at + 1) is "for" or "of" or "that" or "which" or "to" or "with" or "in" or "on" or "is" or "can" or "and" or "or" or "by" or "at" or "from" or "who" or "";

    private bool IsJoinedToName(int at)
    {
        var start = _words[at].Start;
        return (start > 0 && _text[start - 1] == '@') || start > 1 && _text[start - 1] is '-' or '/' or '_' && at > 0 && _words[at - 1].Start + _words[at - 1].Length == start - 1
            && char.IsAsciiLetter(_text[start - 2]) && !char.IsAsciiDigit(_words[at - 1].Text[0]);
    }
}
