using System.Text.RegularExpressions;
using PaperChat.Evidence;
using PaperChat.Library;
using PaperChat.Papers;
using PaperChat.Questions;

namespace PaperChat.Retrieval;

/// <summary>
/// Searches the parts of a comparison one by one: each names a paper of its own, which the other part's words would drown.
/// Thread-safe.
/// </summary>
internal sealed partial class PartSearch(IPaperLibrary library, QuestionSearch search, TermResolver resolver)
{
    // What a part names may stand far down among papers that hold its words.
    private const int PartCandidates = 40;
    private const int PartPapers = 5;

    /// <summary>Of each part the papers that it may name, with their scores; none when the question has one part.</summary>
    public async Task<IReadOnlyList<Dictionary<PaperId, double>>> RankAsync(
        QuestionReading reading, long documents, CancellationToken cancellationToken)
    {
        var found = new List<Dictionary<PaperId, double>>();
        if (reading.Parts.Count < 2)
        {
            return found;
        }

        var question = new QuestionText(reading.Text);
        foreach (var part in reading.Parts.Select(SubjectOf))
        {
            var text = new QuestionText(part);
            var terms = await resolver.ResolveAsync(QuestionReader.Terms(part), documents, cancellationToken);
            var scores = await search.ScoresAsync(reading with { Excluded = [] }, part, terms, cancellationToken);
            var papers = await library.GetAsync([.. scores.OrderByDescending(s => s.Value).Take(PartCandidates).Select(s => s.Key)], cancellationToken);
            var top = Math.Max(scores.Values.DefaultIfEmpty(0).Max(), 1e-9);
            found.Add(papers.Select(p => (p.Id, Score: scores[p.Id] / top + NamedBy(text, terms, question, AnalyzedPaper.TitleOf(p))))
                .OrderByDescending(p => p.Score).ThenBy(p => p.Id).Take(PartPapers).ToDictionary(p => p.Id, p => p.Score));
        }

        return found;
    }

    // "What is done to the heads in the retrieval head paper" and "the circuit paper each": the paper stands next to the conjunction,
    // the aspect on the other side of a preposition or verb; a clause with a question word of its own ends with its paper.
    private static string SubjectOf(string part, int index)
    {
        var segments = SegmentPattern().Split(part).Where(s => QuestionReader.Terms(s).Any(t => t.Weight >= 1)).ToArray();
        return segments.Length == 0 ? part : index == 0 || ClausePattern().IsMatch(part) ? segments[^1] : segments[0];
    }

    [GeneratedRegex(@"\b(?:in|by|do|does|did|is|are|was|were|both|each|that|according\s+to|on|for|from|with)\b|[.,;:?]\s", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SegmentPattern();

    [GeneratedRegex(@"^\s*(?:what|which|how|where|why|when|who)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ClausePattern();

    // How far a part of the question is a title: its name, or many of its words.
    private static double NamedBy(QuestionText part, ResolvedTerms terms, QuestionText question, AnalyzedPaper paper)
    {
        var title = TitleMatch.Of(terms, part, paper);
        // Whether a name is written as one shows in the whole question; the part may begin with it.
        var name = title.Name > 0 ? TitleMatch.Of(terms, question, paper).Name : 0;
        var held = SentenceMatch.Of(terms, paper.Title).Exact / Math.Max(terms.Total, 1e-9);
        return 0.8 * name + 0.3 * title.Coverage + held * held + (paper.Paper.Listed is null ? 0 : PaperRating.ListedTie);
    }
}
