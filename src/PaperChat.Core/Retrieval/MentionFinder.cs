using System.Text.RegularExpressions;
using PaperChat.Evidence;
using PaperChat.Questions;

namespace PaperChat.Retrieval;

/// <summary>
/// Finds which words of a question point to which paper: the run of words that shares most with the paper's title, words that it
/// does not share counting against it.
/// </summary>
internal static partial class MentionFinder
{
    private const double Against = 0.6;
    private const int SharedPrefix = 5;

    /// <summary>The best run of the question for one paper; no terms when nothing of the title stands in the question.</summary>
    public static Mention Of(string question, ResolvedTerms terms, AnalyzedPaper paper)
    {
        var title = paper.Title.Select(t => t.Term).ToHashSet(StringComparer.Ordinal);
        Mention best = default;
        var (start, sum, count) = (-1, 0.0, 0);
        foreach (var term in terms.Terms.Where(t => t.Source.Start >= 0).OrderBy(t => t.Source.Start))
        {
            var shared = Shared(term, title);
            var worth = shared > 0 ? shared * term.Worth : -Against * term.Worth;
            if (sum <= 0)
            {
                (start, sum, count) = (term.Source.Start, 0, 0);
            }

            sum += worth;
            count += shared > 0 && term.Source.Weight >= 1 ? 1 : 0;
            if (shared > 0 && sum > best.Strength)
            {
                best = new Mention(start, term.Source.Start + term.Source.Surface.Length, sum, count);
            }
        }

        return best.End > question.Length ? default : best;
    }

    /// <summary>True when the two are set side by side: a word such as "and" or "versus" stands between them.</summary>
    public static bool AreCoordinated(string question, Mention first, Mention second)
    {
        var (left, right) = first.Start <= second.Start ? (first, second) : (second, first);
        return right.Start >= left.End && CoordinatorPattern().IsMatch(question[left.End..right.Start]);
    }

    /// <summary>True when the question sets anything beside anything.</summary>
    public static bool HasCoordinator(string question) => CoordinatorPattern().IsMatch(question);

    private static double Shared(ResolvedTerm term, HashSet<string> title)
    {
        var form = term.Forms.Where(f => !f.IsRelated && title.Contains(f.Term)).Select(f => f.Weight).DefaultIfEmpty(0).Max();
        return form > 0 || term.Source.Term.Length < SharedPrefix + 1 ? form
            : title.Any(t => t.Length > SharedPrefix && t.AsSpan().CommonPrefixLength(term.Source.Term) > SharedPrefix) ? 0.7 : 0;
    }

    [GeneratedRegex(@"\b(and|versus|vs|or|than|against|(compared|relative)\s+(to|with))\b|&", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CoordinatorPattern();
}
