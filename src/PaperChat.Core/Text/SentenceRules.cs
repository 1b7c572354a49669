using System.Buffers;

namespace PaperChat.Text;

/// <summary>The decisions of <see cref="SentenceSplitter"/>, one place of the text at a time.</summary>
internal static class SentenceRules
{
    /// <summary>Characters at which a sentence can end, or that begin something with stops of its own.</summary>
    public static readonly SearchValues<char> Interesting = SearchValues.Create(".!?。！？…\n\r$([:");

    private const int MaxBrackets = 400;
    private const string Closers = ")]}\"'”’»";
    private const string Openers = "([{\"'“‘«`";

    /// <summary>The index after a run of stops and the quotes and brackets that close with it.</summary>
    public static int EndOfStop(string text, int at)
    {
        while (at < text.Length && ".!?。！？…".Contains(text[at]))
        {
            at++;
        }

        while (at < text.Length && Closers.Contains(text[at]))
        {
            at++;
        }

        return at;
    }

    /// <summary>True for an empty line, and for a line end before a list item.</summary>
    public static bool BreaksLine(string text, int at, out int next)
    {
        var lines = 0;
        next = at;
        while (next < text.Length && char.IsWhiteSpace(text[next]))
        {
            lines += text[next] == '\n' || (text[next] == '\r' && !(next + 1 < text.Length && text[next + 1] == '\n')) ? 1 : 0;
            next++;
        }

        return lines > 1 || (next < text.Length && IsListMark(text, next));
    }

    /// <summary>The index after brackets that close again soon; -1 otherwise. Stops inside do not end the sentence around them.</summary>
    public static int EndOfBrackets(string text, int at)
    {
        var depth = 0;
        var limit = Math.Min(text.Length, at + MaxBrackets);
        for (var i = at; i < limit; i++)
        {
            if (text[i] is '(' or '[')
            {
                depth++;
            }
            else if (text[i] is ')' or ']' && --depth == 0)
            {
                return i + 1;
            }
        }

        return -1;
    }

    /// <summary>A sentence wholly within brackets, "(See the appendix.) Next", ends after them.</summary>
    public static bool EndsAfterBrackets(string text, int start, int end) =>
        end - start > 3 && text[start] is '(' or '[' && text[end - 2] is '.' or '!' or '?' && text[end - 1] is ')' or ']'
        && EndOfBrackets(text, start) == end
        && end + 1 < text.Length && char.IsWhiteSpace(text[end]) && Start(text, end).StartsWithUpper;

    /// <summary>At the colon of an address: its end without the punctuation that follows it; else the next index.</summary>
    public static int EndOfAddress(string text, int colon)
    {
        if (!text.AsSpan(colon).StartsWith("://"))
        {
            return colon + 1;
        }

        var end = colon + 3;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not ('<' or '>' or '"' or '{' or '}'))
        {
            end++;
        }

        while (end > colon + 3 && (text[end - 1] is '.' or '!' or '?' or '…' || Closers.Contains(text[end - 1])))
        {
            end--;
        }

        return end;
    }

    /// <summary>Whether the stop at <paramref name="stop"/>, which with its closers reaches to <paramref name="end"/>, ends the sentence.</summary>
    public static bool IsEnd(string text, int start, int stop, int end)
    {
        if (end >= text.Length)
        {
            return true;
        }

        if (text[stop] is '。' or '！' or '？')
        {
            return true;
        }

        var before = WordBefore(text, start, stop);
        if (!char.IsWhiteSpace(text[end]))
        {
            return IsMissingSpace(text, stop, end, before);
        }

        var next = Start(text, end);
        return text[stop] == '.' && (stop + 1 >= text.Length || text[stop + 1] != '.')
            ? IsFullStop(text, start, stop, before, next)
            : IsOtherStop(text, stop, before, next);
    }

    private static bool IsOtherStop(string text, int stop, ReadOnlySpan<char> before, SentenceStart next)
    {
        // "Yahoo! Answers", "Jeopardy! questions"; " ... " between two parts of one sentence.
        if (before is "Yahoo" or "Jeopardy" || before.IsEmpty)
        {
            return false;
        }

        var certain = next.StartsWithUpper || next.Kind is StartKind.Number or StartKind.Numbered or StartKind.Name;
        return text[stop] is '.' or '…' ? next.StartsWithUpper : certain;
    }

    private static bool IsFullStop(string text, int start, int stop, ReadOnlySpan<char> before, SentenceStart next)
    {
        if (before.IsEmpty)
        {
            return next.StartsWithUpper;
        }

        if (Abbreviations.NeverEnds(before))
        {
            return false;
        }

        if (Abbreviations.StandsBeforeNumber(before) && (next.Kind is StartKind.Number or StartKind.Numbered || next.IsLabel))
        {
            return false;
        }

        if (IsInitial(before) || Abbreviations.MayEndSentence(before))
        {
            return next.StartsWithUpper && Abbreviations.IsStarter(next.Word) && !(before.Length == 1 && next.Word.Length == 1);
        }

        if (IsListNumber(text, start, stop, before))
        {
            return false;
        }

        return next.Kind switch
        {
            StartKind.Upper or StartKind.Numbered or StartKind.Name or StartKind.Markup or StartKind.Bullet => true,
            StartKind.Number => before.Length > 2 || char.IsAsciiDigit(before[^1]) || before[^1] is '%' or ')',
            StartKind.Lower => before.Length > 1 && Abbreviations.IsStarter(next.Word),
            _ => false,
        };
    }

    // "J." and "U.S.", but not "i." of a text in lower case.
    private static bool IsInitial(ReadOnlySpan<char> before)
    {
        if (before.Length == 1)
        {
            return char.IsUpper(before[0]);
        }

        if (before.Length < 3 || !char.IsUpper(before[^1]) || before[^2] is not ('.' or '-'))
        {
            return false;
        }

        for (var i = 0; i < before.Length; i++)
        {
            var separator = before[i] is '.' or '-';
            if (!separator && (!char.IsUpper(before[i]) || (i + 1 < before.Length && before[i + 1] is not ('.' or '-'))))
            {
                return false;
            }
        }

        return true;
    }

    // "1. We propose": the number of a list item, at the beginning or after a colon.
    private static bool IsListNumber(string text, int start, int stop, ReadOnlySpan<char> before)
    {
        if (before.Length > 2 || before.ContainsAnyExceptInRange('0', '9'))
        {
            return false;
        }

        var at = stop - before.Length - 1;
        while (at >= start && char.IsWhiteSpace(text[at]))
        {
            at--;
        }

        return at < start || text[at] is ':' or ';';
    }

    // "end.The": only before words that plainly begin a sentence, so that names such as "torch.Tensor" stay whole.
    private static bool IsMissingSpace(string text, int stop, int end, ReadOnlySpan<char> before)
    {
        if (!char.IsAsciiLetterUpper(text[end]) || text[stop] == '…' || before.Length < 2
            || !(char.IsLower(before[^1]) || char.IsAsciiDigit(before[^1]) || before[^1] is '%' or ')') || before.Contains('/')
            || before.Contains('.') && !char.IsAsciiDigit(before[0]))
        {
            return false;
        }

        var to = end;
        while (to < text.Length && char.IsLetter(text[to]))
        {
            to++;
        }

        var follows = to < text.Length && (char.IsWhiteSpace(text[to]) || text[to] == ',');
        return follows && (Abbreviations.IsStarter(text.AsSpan(end, to - end)) || text.AsSpan(end, to - end) is "A");
    }

    private static ReadOnlySpan<char> WordBefore(string text, int start, int stop)
    {
        var end = stop;
        var from = end;
        while (from > start && !char.IsWhiteSpace(text[from - 1]) && !Openers.Contains(text[from - 1]) && text[from - 1] is not ('~' or '/' or ',' or ';' or ':' or '—' or '–'))
        {
            from--;
        }

        return text.AsSpan(from, end - from);
    }

    private static SentenceStart Start(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return SentenceStart.Read(text, at);
    }

    private static bool IsListMark(string text, int at)
    {
        if (text[at] is '•' or '‣' or '▪' || (text[at] is '-' or '*' or '–' && at + 1 < text.Length && text[at + 1] == ' '))
        {
            return true;
        }

        var digits = at;
        while (digits < text.Length && digits < at + 2 && char.IsAsciiDigit(text[digits]))
        {
            digits++;
        }

        return digits > at && digits + 1 < text.Length && text[digits] is '.' or ')' && text[digits + 1] == ' ';
    }
}
