using System.Text.RegularExpressions;
using PaperChat.Answering;
using PaperChat.Evidence;
using PaperChat.Papers;
using PaperChat.Text;

namespace PaperChat.Comparison;

/// <summary>Makes a cell's statement of a sentence: all of it, or of a long one its beginning up to the end of a clause.</summary>
internal static partial class StatementCutter
{
    private const int Longest = 260;
    private const int LeastKept = 90;

    public static ComparisonStatement Of(Paper paper, AnalyzedSentence sentence, ComparisonAspect aspect)
    {
        var stored = sentence.Span.Of(paper.TextOf(sentence.Field));
        // What is cut from a result may be its figures.
        var length = sentence.Display.Length <= Longest || aspect is ComparisonAspect.Results || Opening().IsMatch(stored) ? stored.Length : EndOfClause(stored);
        var quote = Quote.Of(paper, sentence.Field, sentence.Span.Start, length);
        return new ComparisonStatement(TextCleaner.Clean(quote.Text).Text, quote, SentenceVerdict.Verbatim, length < stored.Length);
    }

    private static int EndOfClause(string stored)
    {
        for (var i = Math.Min(Longest, stored.Length - 1); i > LeastKept; i--)
        {
            if (stored[i] is ',' or ';' && char.IsWhiteSpace(stored[Math.Min(i + 1, stored.Length - 1)]) && IsOutside(stored, i) && !Verb().IsMatch(stored[(i + 1)..]))
            {
                return i;
            }
        }

        return stored.Length;
    }

    // "Using X, which is Y, improves Z" says nothing without its verb.
    [GeneratedRegex(@"^\s+(?:\w+ly\s+)?(?:can|could|will|is|are|was|were|has|have|had|do|does|\w{3,}s)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Verb();

    // What is shown stands at the end of "We show that using X, which is Y, ...".
    [GeneratedRegex(@"\b(?:show|demonstrate|find|prove|argue)s?\s+that\s+(?:using|by|when|with|if|for|given|under)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Opening();

    // Not within brackets or a formula.
    private static bool IsOutside(string text, int at)
    {
        var depth = 0;
        var dollars = 0;
        for (var i = 0; i < at; i++)
        {
            depth += text[i] switch { '(' or '{' or '[' => 1, ')' or '}' or ']' => -1, _ => 0 };
            dollars += text[i] == '$' ? 1 : 0;
        }

        return depth <= 0 && dollars % 2 == 0;
    }
}
