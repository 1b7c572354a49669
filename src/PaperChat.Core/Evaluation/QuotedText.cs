using PaperChat.Answering;

namespace PaperChat.Evaluation;

/// <summary>The passages that an answer quotes, neighbours joined, so that a gold passage over two quoted sentences is seen.</summary>
internal static class QuotedText
{
    /// <summary>How many of the passages stand whole in what is quoted from one paper, white space folded.</summary>
    public static int CountCovered(IReadOnlyList<string> passages, IReadOnlyList<Citation> citations)
    {
        string[] quoted = [.. citations.SelectMany(Passages).Select(AnswerText.Fold)];
        return passages.Count(p => quoted.Any(q => q.Contains(AnswerText.Fold(p).Trim(), StringComparison.Ordinal)));
    }

    private static IEnumerable<string> Passages(Citation citation) =>
        citation.Quotes.GroupBy(q => q.Field).SelectMany(g => Join(citation.Paper.TextOf(g.Key), g));

    private static IEnumerable<string> Join(string text, IEnumerable<Quote> quotes)
    {
        // Offsets that a wrong quote makes up must not break the evaluation that is there to report it.
        var ordered = quotes.Where(q => q.Start >= 0 && q.Start < q.End && q.End <= text.Length).OrderBy(q => q.Start);
        int start = 0, end = -1;
        foreach (var quote in ordered)
        {
            if (end >= 0 && (quote.Start <= end || string.IsNullOrWhiteSpace(text[end..quote.Start])))
            {
                end = Math.Max(end, quote.End);
                continue;
            }

            if (end >= 0)
            {
                yield return text[start..end];
            }

            (start, end) = (quote.Start, quote.End);
        }

        if (end >= 0)
        {
            yield return text[start..end];
        }
    }
}
