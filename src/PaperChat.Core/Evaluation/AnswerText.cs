using System.Text.RegularExpressions;

namespace PaperChat.Evaluation;

/// <summary>The forms of an answer's text in which it is searched and counted.</summary>
public static partial class AnswerText
{
    /// <summary>Without the keys such as [1] and the white space before them.</summary>
    public static string WithoutCitations(string answer) => CitationPattern().Replace(answer, "");

    /// <summary>Runs of white space as one space, and <c>\%</c> as <c>%</c>. Nothing is trimmed: " 5%" is not in "95%".</summary>
    public static string Fold(string text) => WhiteSpacePattern().Replace(text, " ").Replace("\\%", "%", StringComparison.Ordinal);

    /// <summary>Words between white space, without the citations.</summary>
    public static int CountWords(string answer) =>
        WithoutCitations(answer).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    /// <summary>The groups of which the answer holds no alternative; case does not matter.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> MissingFacts(string answer, IReadOnlyList<IReadOnlyList<string>> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        var text = Fold(WithoutCitations(answer));
        return [.. groups.Where(g => !g.Any(fact => text.Contains(Fold(fact), StringComparison.OrdinalIgnoreCase)))];
    }

    [GeneratedRegex(@"\s*\[[0-9]+\]")]
    private static partial Regex CitationPattern();

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpacePattern();
}
