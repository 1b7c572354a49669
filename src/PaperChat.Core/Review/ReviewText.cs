using PaperChat.Answering;

namespace PaperChat.Review;

/// <summary>How the parts of a review read in every format.</summary>
public static class ReviewText
{
    /// <summary>A longer statement is no name.</summary>
    public const int LongestName = 60;

    /// <summary>Stands behind a sentence that is shown although no cited paper bears it out.</summary>
    public const string Unsupported = "[unsupported]";

    /// <summary>Whether a statement of a cell is a name rather than a sentence, and needs no quotation marks.</summary>
    public static bool IsName(ReviewSentence statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        return statement.Text.Length <= LongestName && !statement.IsCut && !statement.Text.EndsWith('.');
    }

    /// <summary>
    /// A sentence with its citations: words of a paper in quotation marks and the citations behind them, written words with the
    /// citations before the stop that ends them.
    /// </summary>
    /// <param name="text">The sentence as it is displayed.</param>
    /// <param name="verdict">What its check gave.</param>
    /// <param name="cites">The citations in the format that is written, with the space before them; empty for none.</param>
    /// <param name="escape">Makes plain text what the format wants.</param>
    public static string Sentence(string text, SentenceVerdict verdict, string cites, Func<string, string> escape)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(cites);
        ArgumentNullException.ThrowIfNull(escape);
        if (verdict == SentenceVerdict.Verbatim)
        {
            return $"“{escape(text)}”{cites}";
        }

        var mark = verdict == SentenceVerdict.Unsupported ? " " + escape(Unsupported) : "";
        var isStop = text.Length > 1 && text[^1] is '.' or '!' or '?' && text[^2] is not ('.' or '!' or '?');
        return isStop ? $"{escape(text[..^1])}{cites}{mark}{text[^1]}" : $"{escape(text)}{cites}{mark}";
    }
}
