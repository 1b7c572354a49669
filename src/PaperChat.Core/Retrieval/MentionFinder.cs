using System.Text.RegularExpressions;
using PaperChat.Evidence;
using PaperChat.Questions;
using PaperChat.Text;

namespace PaperChat.Retrieval;

/// <summary>
/// Finds which words of a question point to which paper: the run of words that shares most with the paper's title, words that it
/// does not share counting against it.
/// </summary>
internal sealed partial class MentionFinder
{
    private const double Against = 0.6;
    private const int SharedPrefix = 5;
    private const double RareName = 6;

    private readonly string _question;

    // Those that stand in the question, in its order, and whether what stands before them parts them from the one before.
    private readonly (ResolvedTerm Term, bool IsApart)[] _terms;
    private readonly ResolvedTerm[] _rareNames;

    public MentionFinder(string question, ResolvedTerms terms)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(terms);
        _question = question;
        var ordered = terms.Terms.Where(t => t.Source.Start >= 0).OrderBy(t => t.Source.Start).ToArray();
        _terms = [.. ordered.Select((t, i) => (t, i > 0 && Separates(question, ordered[i - 1].Source, t.Source)))];
        _rareNames = [.. terms.Terms.Where(t => t.Source.IsName && t.Idf >= RareName && t.Source.Start >= 0 && t.Source.Start + t.Source.Surface.Length <= question.Length)];
    }

    /// <summary>The best run of the question for one paper; no terms when nothing of the title stands in the question.</summary>
    public Mention Of(AnalyzedPaper paper)
    {
        ArgumentNullException.ThrowIfNull(paper);
        var title = paper.Title.Select(t => t.Term).ToHashSet(StringComparer.Ordinal);
        Mention best = default;
        var (start, sum, count) = (-1, 0.0, 0);
        QuestionTerm? before = null;
        foreach (var (term, isApart) in _terms)
        {
            var shared = Shared(term, title);
            if (before is not null && isApart && !StandTogether(paper, before.Term, term.Source.Term))
            {
                sum = 0;
            }

            before = term.Source;
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

        if (best.End > _question.Length)
        {
            return default;
        }

        return NameInText(paper) is { } name && (best.Terms < 2 || name.Strength > best.Strength) ? name : best;
    }

    // A system or data set that only the abstract names.
    private Mention? NameInText(AnalyzedPaper paper)
    {
        foreach (var term in _rareNames)
        {
            if (MayHold(paper, term.Source.Surface) && paper.Sentences.Any(s => s.Display.Contains(term.Source.Surface, StringComparison.Ordinal)))
            {
                return new Mention(term.Source.Start, term.Source.Start + term.Source.Surface.Length, term.Worth, 2);
            }
        }

        return null;
    }

    // Spares the sentences of most papers.
    private static bool MayHold(AnalyzedPaper paper, string name) =>
        paper.CleanTexts.Append(TextCleaner.Clean(paper.Paper.Title).Text).Any(t => t.Contains(name, StringComparison.Ordinal));

    /// <summary>True when the two are set side by side: a word such as "and" or "versus" stands between them.</summary>
    public static bool AreCoordinated(string question, Mention first, Mention second)
    {
        var (left, right) = first.Start <= second.Start ? (first, second) : (second, first);
        return right.Start >= left.End && CoordinatorPattern().IsMatch(question[left.End..right.Start]);
    }

    /// <summary>True when the question sets anything beside anything.</summary>
    public static bool HasCoordinator(string question) => CoordinatorPattern().IsMatch(question);

    // "What do the recurrent parts do in recurrent networks": the words before "in" say what is asked, those after it of which paper.
    private static bool Separates(string question, QuestionTerm left, QuestionTerm right)
    {
        var end = left.Start + left.Surface.Length;
        return end < right.Start && right.Start <= question.Length && SeparatorPattern().IsMatch(question.AsSpan(end, right.Start - end));
    }

    private static bool StandTogether(AnalyzedPaper paper, string left, string right) =>
        paper.Title.Where(t => t.Term == left).Any(a => paper.Title.Any(b => b.Term == right && b.Position > a.Position && b.Position - a.Position <= 3));

    private static double Shared(ResolvedTerm term, HashSet<string> title)
    {
        var form = term.Forms.Where(f => !f.IsRelated && title.Contains(f.Term)).Select(f => f.Weight).DefaultIfEmpty(0).Max();
        return form > 0 || term.Source.Term.Length < SharedPrefix + 1 ? form
            : title.Any(t => t.Length > SharedPrefix && t.AsSpan().CommonPrefixLength(term.Source.Term) > SharedPrefix) ? 0.7 : 0;
    }

    [GeneratedRegex(@"\b(in|by|do|does|did|and|or|versus|vs|is|are|was|were|what|which|how|to|according|from)\b|[,;:?]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SeparatorPattern();

    [GeneratedRegex(@"\b(and|versus|vs|or|than|against|(compared|relative)\s+(to|with))\b|&", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CoordinatorPattern();
}
