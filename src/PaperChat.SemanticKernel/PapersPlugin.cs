using System.ComponentModel;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.SemanticKernel;
using PaperChat.Answering;
using PaperChat.Comparison;
using PaperChat.Evidence;
using PaperChat.Library;
using PaperChat.Papers;
using PaperChat.Retrieval;

namespace PaperChat.SemanticKernel;

/// <summary>
/// What a model may do in the library for one question. All that it finds joins the one evidence of the answer, which gives each paper
/// its key. Texts are returned as they stand; <see cref="Filters.UntrustedText"/> fences them.
/// </summary>
internal sealed partial class PapersPlugin(AskedLibrary library, GatheredEvidence evidence, string question)
{
    /// <summary>The name before each function's, as models see it: <c>papers_search_papers</c>.</summary>
    public const string Name = "papers";

    private const int MostPapers = 10;
    private const int LongestQuery = 300;
    private const int MostDays = 3_650;
    private const int ResultTokens = 1_600;

    /// <summary>Whether a function is one of these, and not a prompt.</summary>
    public static bool Holds(KernelFunction function) => function.PluginName == Name;

    [KernelFunction("search_papers")]
    [Description("Searches titles and texts of the library's papers. Returns the best papers, each with its key, title, venue, year and text.")]
    public async Task<string> SearchAsync(
        [Description("A few words of the topic, as they would stand in an abstract")] string query,
        [Description("Only these years: 2024, 2020..2023, 2023.. or ..2019")] string? year = null,
        [Description("Only this venue, such as ICLR")] string? venue = null,
        [Description("Only papers of this author")] string? author = null,
        [Description("Only this category or keyword, such as cs.CL")] string? category = null,
        [Description("Most papers, 1 to 10")] int limit = 5,
        CancellationToken cancellationToken = default)
    {
        var filters = new SearchFilters { Year = YearsOf(year), Venue = Given(venue), Author = Given(author), Category = Given(category) };
        var ranking = await library.RankAsync(Checked(query), filters, [], cancellationToken);
        return Shown(ranking, ranking.Papers.Take(Bounded(limit)));
    }

    [KernelFunction("get_paper")]
    [Description("The whole text of one paper.")]
    public async Task<string> GetAsync(
        [Description("The paper's key, such as 3, or its id, such as arxiv:2407.01234")] string paper,
        CancellationToken cancellationToken = default)
    {
        var found = await FindAsync(paper, cancellationToken);
        return await ShownAsync([found.Id], cancellationToken);
    }

    [KernelFunction("similar_papers")]
    [Description("Papers that are most like one paper, nearest first, each with its key, title and text.")]
    public async Task<string> SimilarAsync(
        [Description("The paper's key, such as 3, or its id")] string paper,
        [Description("Most papers, 1 to 10")] int limit = 5,
        CancellationToken cancellationToken = default)
    {
        var found = await FindAsync(paper, cancellationToken);
        return await ShownAsync(await library.FindSimilarAsync(found, Bounded(limit), cancellationToken), cancellationToken);
    }

    [KernelFunction("compare_papers")]
    [Description("What papers say on the same aspects, in their own words: problem, approach, novelty, data, results, cost, limits, code.")]
    public string Compare(
        [Description("The papers' keys, such as \"1, 3\"; two to ten")] string papers,
        [Description("One aspect; all of them when left out")] string? aspect = null)
    {
        EvidenceItem[] items = [.. Keys(papers).Distinct().Take(MostPapers).Select(k => evidence.Find(k) ?? throw Unknown(k.ToString(CultureInfo.InvariantCulture)))];
        if (items.Length < 2)
        {
            throw new FunctionArgumentException("Give the keys of two or more papers, such as \"1, 3\".");
        }

        var comparison = ComparisonBuilder.Build([.. items.Select(i => i.Paper.Paper.Paper)], AspectsOf(aspect));
        return string.Join('\n', comparison.Aspects.Select((a, row) =>
            $"{ComparisonAspects.Title(a)}:\n{string.Join('\n', comparison.Papers.Select((p, i) => $"({items[i].Key}) {Statement(p.Cells[row])}"))}"));
    }

    [KernelFunction("recent_papers")]
    [Description("Papers on a topic that the library's feeds listed in the last days, best first.")]
    public async Task<string> RecentAsync(
        [Description("A few words of the topic; the question when left out")] string? topic = null,
        [Description("How many days back, 1 to 3650")] int days = 30,
        [Description("Most papers, 1 to 10")] int limit = 5,
        CancellationToken cancellationToken = default)
    {
        var from = library.Today.AddDays(-Math.Clamp(days, 1, MostDays));
        var filters = new SearchFilters { ListedFrom = new ListedDate(from.Year, from.Month, from.Day) };
        var ranking = await library.RankAsync(Given(topic) ?? question, filters, [], cancellationToken);
        return Shown(ranking, ranking.Papers.Take(Bounded(limit)));
    }

    private async Task<string> ShownAsync(IReadOnlyList<PaperId> papers, CancellationToken cancellationToken)
    {
        var ranking = await library.RankAsync(question, SearchFilters.None, papers, cancellationToken);
        return Shown(ranking, papers.Select(id => ranking.Papers.FirstOrDefault(p => p.Paper.Paper.Id == id)).OfType<RankedPaper>());
    }

    private string Shown(Ranking ranking, IEnumerable<RankedPaper> papers)
    {
        var items = evidence.Add(ranking, papers);
        return items.Count > 0 ? FencedEvidence.Fit(items, ResultTokens).Text : "No paper of the library fits. Try other or fewer words, or leave the filters out.";
    }

    private async Task<Paper> FindAsync(string paper, CancellationToken cancellationToken)
    {
        var text = Checked(paper).Trim('[', ']', ' ');
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var key))
        {
            return evidence.Find(key)?.Paper.Paper.Paper ?? throw Unknown(text);
        }

        return await library.GetAsync([new PaperId(text), new PaperId("arxiv:" + text), new PaperId("doi:" + text.ToLowerInvariant())], cancellationToken) is [var found, ..]
            ? found
            : throw Unknown(text);
    }

    private static FunctionArgumentException Unknown(string paper) =>
        new($"No paper has the key or id {paper}. Keys are those that functions returned, such as 1.");

    private static string Statement(ComparisonCell cell) =>
        cell.Statements.Count > 0 ? string.Join(' ', cell.Statements.Select(s => s.Text)) : ComparisonCell.NotStated;

    private static IReadOnlyList<ComparisonAspect> AspectsOf(string? aspect) =>
        Given(aspect) is not { } name ? []
        : ComparisonAspects.TryParse(name, out var known) ? [known]
        : throw new FunctionArgumentException($"There is no such aspect; there are {string.Join(", ", ComparisonAspects.All.Select(ComparisonAspects.Name))}.");

    private static YearRange? YearsOf(string? year) =>
        Given(year) is not { } text ? null
        : YearRange.TryParse(text, out var range) ? range
        : throw new FunctionArgumentException("The argument year is 2024, 2020..2023, 2023.. or ..2019.");

    private static IEnumerable<int> Keys(string papers) => Number().Matches(Checked(papers)).Select(m => int.Parse(m.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture));

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : Checked(text);

    private static string Checked(string text) =>
        string.IsNullOrWhiteSpace(text) ? throw new FunctionArgumentException("The first argument is empty; it says what to look for.")
        : text.Length > LongestQuery ? throw new FunctionArgumentException(string.Create(CultureInfo.InvariantCulture, $"An argument is longer than {LongestQuery} characters; a few words are enough."))
        : text.Trim();

    private static int Bounded(int limit) => Math.Clamp(limit, 1, MostPapers);

    [GeneratedRegex(@"\d{1,6}", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
