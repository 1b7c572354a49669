using PaperChat.Evidence;
using PaperChat.Library;
using PaperChat.Papers;
using PaperChat.Text;

namespace PaperChat.Review;

/// <summary>
/// Makes reviews of a library: finds and groups papers and writes a digest of their sentences, or has a model write the sections.
/// Thread-safe.
/// </summary>
/// <param name="library">The library.</param>
/// <param name="time">The clock.</param>
/// <param name="model">The model of the library's vectors; null groups by words alone.</param>
/// <param name="author">What writes; null for the papers' own sentences.</param>
public sealed class ReviewBuilder(IPaperLibrary library, TimeProvider time, EmbeddingModel? model = null, ModelReview? author = null)
{
    public const string TimelineFile = "timeline.svg";
    public const string MapFile = "map.svg";

    private readonly ReviewSearch _search = new(library, time, model);

    /// <summary>The review; without themes where the library holds nothing on the topic.</summary>
    /// <remarks>Cancelled while a model writes, it ends at once with what was done; before that the cancellation is thrown.</remarks>
    /// <exception cref="PaperChatException">An outline names papers that the library does not hold.</exception>
    public async Task<LiteratureReview> BuildAsync(ReviewRequest request, IProgress<ReviewProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        progress?.Report(new ReviewProgress(ReviewStage.Searching));
        var topic = _search.TopicOf(request.Topic);
        var state = await library.GetStateAsync(cancellationToken);
        var searched = request.Filters.IsEmpty ? state.Papers : await library.CountAsync(request.Filters, cancellationToken);
        var outlined = request.Outline is null ? null : await OutlinedAsync(request.Outline, cancellationToken);
        var finds = outlined is null ? await _search.FindAsync(request, cancellationToken) : await FindsOfAsync(topic, outlined, cancellationToken);

        progress?.Report(new ReviewProgress(ReviewStage.Grouping));
        var similarity = PaperSimilarity.Of(finds.Papers, await new PaperVectors(library, model).OfAsync(topic, [.. finds.Papers.Select(p => p.Paper)], cancellationToken));
        var themes = outlined ?? Themes(topic, finds.Papers, similarity);

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
        if (themes.Count == 0)
        {
            return draft;
        }

        var composer = new ReviewComposer(request, finds.Terms, DateOnly.FromDateTime(time.GetLocalNow().DateTime));
        if (author is null || request.Extractive)
        {
            progress?.Report(new ReviewProgress(ReviewStage.Writing));
            return composer.Compose(draft, [.. themes.Select(_ => (WrittenSection?)null)], null);
        }

        return await WrittenAsync(draft, author, composer, request, progress, cancellationToken);
    }

    private static async Task<LiteratureReview> WrittenAsync(
        LiteratureReview draft, ModelReview author, ReviewComposer composer, ReviewRequest request, IProgress<ReviewProgress>? progress, CancellationToken cancellationToken)
    {
        progress?.Report(new ReviewProgress(ReviewStage.Naming));
        var spent = author.Begin();
        var (plan, failure) = await author.PlanAsync(draft.Topic, draft.Themes, keepsThemes: request.Outline is not null, spent, cancellationToken);
        IReadOnlyList<WrittenSection?> sections = [.. plan.Themes.Select(_ => (WrittenSection?)null)];
        if (failure is null)
        {
            (sections, failure) = await author.WriteAsync(draft.Topic, plan, request.ShowUnsupported, spent, progress, cancellationToken);
        }

        var dropped = sections.SelectMany((s, i) => s?.Dropped.Select(d => new DroppedSentence(plan.Themes[i].Title, d.Text, [.. d.Citations.Select(k => s.Keys[k])], d.Failures)) ?? []);
        var use = new ReviewAuthor(spent.Use, author.Prompts, sections.Count(s => s?.Holds == true), [.. dropped]) { Failure = failure };
        return composer.Compose(draft with { Themes = plan.Themes }, sections, use);
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
