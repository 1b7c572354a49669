using PaperChat.Evidence;
using PaperChat.Library;
using PaperChat.Papers;
using PaperChat.Questions;
using PaperChat.Retrieval;
using PaperChat.Text;

namespace PaperChat.Review;

/// <summary>
/// Finds the papers of a review: by the topic, by its parts, and by the topic with phrases of the best papers; ranks of the searches are
/// joined (reciprocal rank fusion: Cormack, Clarke and Büttcher, 2009), and papers that hold too little of the topic are left out.
/// </summary>
internal sealed class ReviewSearch(IPaperLibrary library, TimeProvider time, EmbeddingModel? model)
{
    private const int Best = 8;
    private const int Phrases = 3;
    private const int RankOffset = 20;
    private const double PartWeight = 0.35;
    private const double PhraseWeight = 0.6;

    // Share of the topic's worth that a paper must hold; less where a search ranks it among the first.
    private const double LeastCoverage = 0.55;
    private const double LeastOfFirst = 0.4;
    private const int First = 10;

    // Of each part of the topic a paper must hold something: "video understanding with language models" is not about language models alone.
    private const double LeastOfPart = 0.3;

    // With fewer than these a review is none: papers on one part of the topic are better than nothing.
    private const int Few = 3;

    private readonly PaperSearch _search = new(library, time, model);
    private readonly TermResolver _resolver = new(library);

    /// <summary>Best first.</summary>
    public async Task<ReviewFinds> FindAsync(ReviewRequest request, CancellationToken cancellationToken)
    {
        var scores = new Dictionary<PaperId, double>();
        var papers = new Dictionary<PaperId, Paper>();
        var steps = new List<ReviewSearchStep>();
        var main = await AddAsync(request, request.Topic, 1, scores, papers, steps, cancellationToken);
        var topic = TopicOf(request.Topic);
        foreach (var part in TopicParts.Searched(topic))
        {
            await AddAsync(request, part, PartWeight, scores, papers, steps, cancellationToken);
        }

        PaperPhrases[] best = [.. main.Take(Best).Select(p => new PaperPhrases(AnalyzedPaper.Of(p)))];
        foreach (var phrase in ThemeLabels.Distinctive(topic, best, Phrases))
        {
            await AddAsync(request, $"{request.Topic} {phrase}", PhraseWeight, scores, papers, steps, cancellationToken);
        }

        var terms = await TermsAsync(topic, cancellationToken);
        var parts = new List<ResolvedTerms>();
        foreach (var part in TopicParts.All(topic))
        {
            parts.Add(await TermsAsync(part, cancellationToken));
        }

        var first = main.Take(First).Select(p => p.Id).ToHashSet();
        var ranked = scores.OrderByDescending(s => s.Value).ThenBy(s => s.Key).Select(s => AnalyzedPaper.Of(papers[s.Key]));
        AnalyzedPaper[] all = [.. ranked];
        var finds = Choose(request, terms, parts, all, first, steps);
        return finds.Papers.Count >= Few || parts.Count < 2 ? finds : Choose(request, terms, [], all, first, steps);
    }

    private static ReviewFinds Choose(
        ReviewRequest request, ResolvedTerms terms, IReadOnlyList<ResolvedTerms> parts, AnalyzedPaper[] ranked, HashSet<PaperId> first, IReadOnlyList<ReviewSearchStep> steps)
    {
        var kept = new List<AnalyzedPaper>();
        var titles = new HashSet<string>(StringComparer.Ordinal);
        var (offTopic, without, same) = (0, 0, 0);
        foreach (var paper in ranked)
        {
            if (string.IsNullOrWhiteSpace(paper.Paper.Abstract))
            {
                without++;
            }
            else if (Coverage(terms, paper) < (first.Contains(paper.Paper.Id) ? LeastOfFirst : LeastCoverage)
                || parts.Any(p => Coverage(p, paper) < LeastOfPart))
            {
                offTopic++;
            }
            else if (!titles.Add(string.Join(' ', paper.Title.Select(t => t.Term))))
            {
                same++;
            }
            else if (kept.Count < request.Papers)
            {
                kept.Add(paper);
            }
        }

        return new ReviewFinds(kept, terms, steps, new ReviewCounts(ranked.Length, kept.Count, offTopic, without, same));
    }

    /// <summary>The topic's terms, for ranking sentences.</summary>
    public async Task<ResolvedTerms> TermsAsync(string topic, CancellationToken cancellationToken)
    {
        var state = await library.GetStateAsync(cancellationToken);
        return await _resolver.ResolveAsync(QuestionReader.Terms(topic), state.Chunks, cancellationToken);
    }

    /// <summary>The topic without filters and quotation marks.</summary>
    public string TopicOf(string topic)
    {
        var parsed = QueryParser.Parse(topic, SearchFilters.None, DateOnly.FromDateTime(time.GetLocalNow().DateTime));
        return string.IsNullOrWhiteSpace(parsed.Text) ? topic : TextCleaner.Clean(parsed.Text).Text.Trim();
    }

    private static double Coverage(ResolvedTerms terms, AnalyzedPaper paper)
    {
        var match = SentenceMatch.Of(terms, [.. paper.Title, .. paper.Sentences.SelectMany(s => s.Tokens)]);
        return (match.Exact + match.Related) / Math.Max(terms.Total, 1e-9);
    }

    private async Task<IReadOnlyList<Paper>> AddAsync(
        ReviewRequest request, string text, double weight, Dictionary<PaperId, double> scores, Dictionary<PaperId, Paper> papers, List<ReviewSearchStep> steps, CancellationToken cancellationToken)
    {
        var query = new PaperQuery { Text = text, Filters = request.Filters, Limit = Math.Clamp(2 * request.Papers, 20, 200) };
        var result = await _search.SearchAsync(query, cancellationToken);
        var added = 0;
        foreach (var hit in result.Hits)
        {
            added += papers.TryAdd(hit.Paper.Id, hit.Paper) ? 1 : 0;
            scores[hit.Paper.Id] = scores.GetValueOrDefault(hit.Paper.Id) + (weight / (RankOffset + hit.Rank));
        }

        steps.Add(new ReviewSearchStep(text, result.Hits.Count, added));
        return [.. result.Hits.Select(h => h.Paper)];
    }
}
