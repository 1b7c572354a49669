using PaperChat.Evidence;
using PaperChat.Library;
using PaperChat.Papers;
using PaperChat.Questions;
using PaperChat.Text;

namespace PaperChat.Retrieval;

/// <summary>
/// Ranks papers for a question: candidates from the library, folded to papers, reranked by what the text shows (title named, terms
/// covered, best sentence). Thread-safe.
/// </summary>
public sealed class HybridRetriever(IPaperLibrary library)
{
    private const int Candidates = 100;
    private const int Reranked = 40;

    private readonly TermResolver _resolver = new(library);

    /// <param name="reading">The question.</param>
    /// <param name="focus">Papers that the turns before were about, best first; they are searched too and preferred.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public async Task<Ranking> RankAsync(QuestionReading reading, IReadOnlyList<PaperId> focus, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reading);
        ArgumentNullException.ThrowIfNull(focus);
        var state = await library.GetStateAsync(cancellationToken);
        var terms = await _resolver.ResolveAsync(reading.Terms, state.Chunks, cancellationToken);
        var scores = await SearchAsync(reading, terms, cancellationToken);
        var parts = await SearchPartsAsync(reading, state.Chunks, cancellationToken);
        foreach (var id in parts.SelectMany(p => p.Keys).Concat(focus))
        {
            scores.TryAdd(id, 0);
        }

        var best = scores.OrderByDescending(s => s.Value).ThenBy(s => s.Key).Take(Reranked).Select(s => s.Key)
            .Concat(parts.SelectMany(p => p.Keys)).Concat(focus).Distinct().ToArray();
        var papers = await library.GetAsync(best, cancellationToken);
        var top = Math.Max(scores.Values.DefaultIfEmpty(0).Max(), 1e-9);
        var ranked = papers
            .Where(p => reading.Filters.Matches(p))
            .Select(p => Rate(reading, terms, p, scores.GetValueOrDefault(p.Id) / top, focus, parts))
            .OrderByDescending(p => p.Score).ThenBy(p => p.Paper.Paper.Id)
            .ToArray();
        return new Ranking(reading, terms, ranked) { Notes = [.. reading.Notes, .. terms.Notes] };
    }

    private static RankedPaper Rate(QuestionReading reading, ResolvedTerms terms, Paper paper, double lexical,
        IReadOnlyList<PaperId> focus, IReadOnlyList<Dictionary<PaperId, double>> parts)
    {
        var analyzed = AnalyzedPaper.Of(paper);
        var title = TitleMatch.Of(terms, reading.Text, analyzed);
        var sentences = SentenceRanker.Score(reading, terms, analyzed);
        var match = SentenceMatch.Of(terms, [.. analyzed.Title, .. analyzed.Sentences.SelectMany(s => s.Tokens)]);
        var coverage = (match.Exact + match.Related) / Math.Max(terms.Total, 1e-9);
        var named = Math.Max(title.Name, title.Terms >= 3 ? title.Coverage * title.Coverage : 0);
        var bestFor = Enumerable.Range(0, parts.Count).Where(i => parts[i].Count > 0 && parts[i].MaxBy(p => p.Value).Key == paper.Id).ToArray();
        var inFocus = focus.Contains(paper.Id);
        return new RankedPaper
        {
            Paper = analyzed,
            Coverage = coverage,
            Named = named,
            IsNamed = title.Name >= 0.5,
            Mention = title.Name >= 0.5 ? title.Where : MentionFinder.Of(reading.Text, terms, analyzed),
            SentenceScores = sentences,
            Covered = match.Covered,
            BestForParts = bestFor,
            IsInFocus = inFocus,
            Score = lexical + 0.6 * named + 0.5 * coverage + 0.05 * Math.Max(0, sentences.DefaultIfEmpty(0).Max())
                + (bestFor.Length > 0 ? 0.5 : 0) + (inFocus ? (focus[0] == paper.Id ? 1.0 : 0.7) : 0),
        };
    }

    private async Task<Dictionary<PaperId, double>> SearchAsync(QuestionReading reading, ResolvedTerms terms, CancellationToken cancellationToken)
    {
        var request = new SearchRequest
        {
            Terms = SearchTerms(terms),
            RequiredPhrases = [],
            ExcludedPhrases = [.. reading.Excluded.Select(Phrase).Where(p => p.Length > 0)],
            Filters = reading.Filters,
            Limit = Candidates,
        };
        var lists = await library.SearchAsync(request, cancellationToken);
        var scores = new Dictionary<PaperId, double>();
        foreach (var candidate in lists.Lexical)
        {
            // A paper counts by its best chunk; lists come best first.
            scores.TryAdd(candidate.Paper, candidate.Score);
        }

        return scores;
    }

    // Each part of a comparison names a paper of its own, which the other part's words would drown.
    private async Task<IReadOnlyList<Dictionary<PaperId, double>>> SearchPartsAsync(QuestionReading reading, long documents, CancellationToken cancellationToken)
    {
        var found = new List<Dictionary<PaperId, double>>();
        if (reading.Parts.Count < 2)
        {
            return found;
        }

        foreach (var part in reading.Parts)
        {
            var terms = await _resolver.ResolveAsync(QuestionReader.Terms(part), documents, cancellationToken);
            var scores = await SearchAsync(reading with { Excluded = [] }, terms, cancellationToken);
            var papers = await library.GetAsync([.. scores.OrderByDescending(s => s.Value).Take(5).Select(s => s.Key)], cancellationToken);
            var top = Math.Max(scores.Values.DefaultIfEmpty(0).Max(), 1e-9);
            found.Add(papers.ToDictionary(p => p.Id, p =>
            {
                var analyzed = AnalyzedPaper.Of(p);
                var title = TitleMatch.Of(terms, part, analyzed);
                // Whether a name is written as one shows in the whole question; the part may begin with it.
                var name = title.Name > 0 ? TitleMatch.Of(terms, reading.Text, analyzed).Name : 0;
                return scores[p.Id] / top + 0.8 * name + 0.3 * title.Coverage;
            }));
        }

        return found;
    }

    private static WeightedTerm[] SearchTerms(ResolvedTerms terms) =>
        [.. terms.Terms.SelectMany(t => t.Forms.Where(f => !f.IsRelated).Select(f => new WeightedTerm(f.Term, f.Weight * t.Source.Weight)))
            .GroupBy(t => t.Term, StringComparer.Ordinal).Select(g => g.MaxBy(t => t.Weight))];

    private static string[] Phrase(string text) => [.. TextAnalyzer.Analyze(text).Select(t => t.Term)];
}
