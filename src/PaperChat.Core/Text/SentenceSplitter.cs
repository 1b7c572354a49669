namespace PaperChat.Text;

/// <summary>
/// Finds the sentences of a stored text by rules: a stop, its closing quotes and brackets, white space, and something that can
/// begin a sentence. Stops of abbreviations, initials, numbers, formulas, addresses and bracketed remarks do not count; an empty
/// line and a list item on a line of its own always begin a sentence.
/// </summary>
public static class SentenceSplitter
{
    /// <summary>
    /// The sentences in order, without the white space around them; offsets count in <paramref name="stored"/>. They cover all of
    /// the text but white space.
    /// </summary>
    public static IReadOnlyList<TextSpan> Split(string stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        var spans = new List<TextSpan>(stored.Length / 120 + 1);
        var start = SkipSpace(stored, 0);
        var at = start;
        while (at < stored.Length)
        {
            var end = NextEnd(stored, start, ref at);
            if (end < 0)
            {
                continue;
            }

            Add(spans, stored, start, end);
            start = SkipSpace(stored, end);
            at = Math.Max(at, start);
        }

        Add(spans, stored, start, stored.Length);
        return spans;
    }

    // Looks at one place, moves on, and returns where the sentence ends; -1 when it goes on.
    private static int NextEnd(string text, int start, ref int at)
    {
        var offset = text.AsSpan(at).IndexOfAny(SentenceRules.Interesting);
        if (offset < 0)
        {
            at = text.Length;
            return -1;
        }

        at += offset;
        switch (text[at])
        {
            case '\n' or '\r':
                var isBreak = SentenceRules.BreaksLine(text, at, out var next);
                var lineEnd = at;
                at = next;
                return isBreak ? lineEnd : -1;
            case '$':
                at = MathSpans.EndOfMath(text, at) is var mathEnd and > 0 ? mathEnd : at + 1;
                return -1;
            case '(' or '[':
                at = SentenceRules.EndOfBrackets(text, at) is var bracketEnd and > 0 ? bracketEnd : at + 1;
                return SentenceRules.EndsAfterBrackets(text, start, at) ? at : -1;
            case ':':
                at = SentenceRules.EndOfAddress(text, at);
                return -1;
            default:
                var stop = at;
                at = SentenceRules.EndOfStop(text, at);
                return SentenceRules.IsEnd(text, start, stop, at) ? at : -1;
        }
    }

    private static void Add(List<TextSpan> spans, string text, int start, int end)
    {
        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        if (end <= start)
        {
            return;
        }

        // A quotation mark or a stop after a line end or a space belongs to the sentence before.
        if (spans.Count > 0 && end - start <= 3 && !text.AsSpan(start, end - start).ContainsAnyLetterOrDigit())
        {
            spans[^1] = new TextSpan(spans[^1].Start, end - spans[^1].Start);
        }
        else
        {
            spans.Add(new TextSpan(start, end - start));
        }
    }

    private static bool ContainsAnyLetterOrDigit(this ReadOnlySpan<char> span)
    {
        foreach (var c in span)
        {
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c))
            {
                return true;
            }
        }

        return false;
    }

    private static int SkipSpace(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }
}
