using PaperChat.Bibliography;
using PaperChat.Evidence;
using PaperChat.Library;
using PaperChat.Papers;
using PaperChat.Questions;
using PaperChat.Text;

namespace PaperChat.Review;

/// <summary>Makes reviews of a library without a model: finds and groups papers and writes a digest of their sentences. Thread-safe.</summary>
/// <param name="library">The library.</param>
/// <param name="time">The clock.</param>
/// <param name="model">The model of the library's vectors; null groups by words alone.</param>
public sealed class ReviewBuilder(IPaperLibrary library, TimeProvider time, EmbeddingModel? model = null)
{
    public const string TimelineFile = "timeline.svg";
    public const string MapFile = "map.svg";

    private readonly ReviewSearch _search = new(library, time, model);

    /// <summary>The review; without themes where the library holds nothing on the topic.</summary>
    /// <exception cref="PaperChatException">An outline names papers that the library does not hold.</exception>
    public async Task<LiteratureReview> BuildAsync(ReviewRequest request, IProgress<ReviewStage>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        progress?.Report(ReviewStage.Searching);
        var topic = _search.TopicOf(request.Topic);
        var state = await library.GetStateAsync(cancellationToken);
        var searched = request.Filters.IsEmpty ? state.Papers : await library.CountAsync(request.Filters, cancellationToken);
        var outlined = request.Outline is null ? null : await OutlinedAsync(request.Outline, cancellationToken);
        var finds = outlined is null ? await _search.FindAsync(request, cancellationToken) : await FindsOfAsync(topic, outlined, cancellationToken);

        progress?.Report(ReviewStage.Grouping);
        var similarity = PaperSimilarity.Of(finds.Papers, await new PaperVectors(library, model).OfAsync(topic, [.. finds.Papers.Select(p => p.Paper)], cancellationToken));
        var themes = outlined ?? Themes(topic, finds.Papers, similarity);

        progress?.Report(ReviewStage.Writing);
        cancellationToken.ThrowIfCancellationRequested();
        var draft = new LiteratureReview
        {
            Topic = topic,
            Themes = themes,
            Blocks = [],
            Sentences = [],
            References = [],
            Searches = finds.Searches,
            Counts = finds.Counts,
            Searched = searched,
            Generation = state.Generation,
            Places = finds.Papers.Select(p => p.Paper.Id).Zip(PaperMap.Of(similarity)).ToDictionary(p => p.First, p => p.Second),
        };
        return themes.Count == 0 ? draft : Write(draft, request, finds.Terms);
    }

    private LiteratureReview Write(LiteratureReview draft, ReviewRequest request, ResolvedTerms terms)
    {
        var book = new SentenceBook();
        var reading = QuestionReader.Read(draft.Topic, SearchFilters.None, hasHistory: false, DateOnly.FromDateTime(time.GetLocalNow().DateTime));
        var digest = new DigestWriter(reading, terms, book);
        Paper[] papers = [.. draft.Themes.SelectMany(t => t.Papers).DistinctBy(p => p.Id)];
        ReviewBlock[] blocks =
        [
            .. ReviewFrame.Opening(draft),
            .. draft.Themes.SelectMany(digest.Theme),
            .. ReviewTables.Of(papers, book),
            .. digest.Gaps(papers),
            .. ReviewFrame.Method(draft, request),
        ];
        var cited = book.Sentences.SelectMany(s => s.Papers).ToHashSet();
        return draft with
        {
            Blocks = blocks,
            Sentences = book.Sentences,
            References = BibliographyWriter.Entries([.. papers.Where(p => cited.Contains(p.Id))], BibliographyFormat.Bibtex, withAbstracts: false),
        };
    }

    // Themes in the order of how near their papers are to the topic, papers by year.
    private static IReadOnlyList<ReviewTheme> Themes(string topic, IReadOnlyList<AnalyzedPaper> papers, double[,] similarity)
    {
        var groups = ThemeClustering.Of(similarity);
        var ranked = Enumerable.Range(0, papers.Count).Where(i => groups[i] >= 0).GroupBy(i => groups[i]).OrderBy(g => g.Average()).Select(g => g.ToArray()).ToArray();
        var phrases = papers.Select(p => new PaperPhrases(p)).ToArray();
        var labels = ThemeLabels.Of(topic, [.. ranked.Select(g => (IReadOnlyList<PaperPhrases>)[.. g.Select(i => phrases[i])])]);
        var alone = Enumerable.Range(0, papers.Count).Where(i => groups[i] < 0).ToArray();
        return
        [
            .. ranked.Select((g, i) => Theme(labels[i], g, papers)),
            .. alone.Length == 0 ? (ReviewTheme[])[] : [Theme(ReviewTheme.Other, alone, papers)],
        ];
    }

    private static ReviewTheme Theme(string title, IReadOnlyList<int> members, IReadOnlyList<AnalyzedPaper> papers) =>
        new(title, [.. members.Select(i => papers[i].Paper).OrderBy(p => p.Year ?? int.MaxValue)]);

    private async Task<ReviewFinds> FindsOfAsync(string topic, IReadOnlyList<ReviewTheme> themes, CancellationToken cancellationToken)
    {
        AnalyzedPaper[] papers = [.. themes.SelectMany(t => t.Papers).DistinctBy(p => p.Id).Select(AnalyzedPaper.Of)];
        return new ReviewFinds(papers, await _search.TermsAsync(topic, cancellationToken), [], new ReviewCounts(papers.Length, papers.Length, 0, 0, 0));
    }

    private async Task<IReadOnlyList<ReviewTheme>> OutlinedAsync(ReviewOutline outline, CancellationToken cancellationToken)
    {
        var themes = new List<ReviewTheme>();
        var missing = new List<string>();
        foreach (var theme in outline.Themes)
        {
            var papers = new List<Paper>();
            foreach (var id in theme.Papers)
            {
                if (await library.GetAsync([id], cancellationToken) is [var paper])
                {
                    papers.Add(paper);
                }
                else
                {
                    missing.Add(TextCleaner.Clean(id.Value).Text);
                }
            }

            themes.Add(new ReviewTheme(theme.Title, papers));
        }

        return missing.Count == 0 ? themes : throw new PaperChatException(
            $"The outline names papers that the library does not hold: {string.Join(", ", missing)}. Take their lines out, or give the ids that 'paperchat search' shows.");
    }
}
