using PaperChat.Evidence;
using PaperChat.Library;
using PaperChat.Papers;
using PaperChat.Questions;
using PaperChat.Retrieval;
using PaperChat.Text;

namespace PaperChat.Digests;

/// <summary>
/// Ranks new papers for an interest: by the retriever for its words and for the title of each liked paper, then moved a little by
/// votes and by how lately they were listed. A paper that holds too little of either is left out, however few there are.
/// </summary>
internal sealed class InterestRanking(IPaperLibrary library, TimeProvider time, EmbeddingModel? model)
{
    // Share of the worth of the interest's terms that a paper must hold, related words for less; of a title, which says more than its subject.
    private const double HeldOfInterest = 0.6;
    private const double HeldOfTitle = 0.5;

    // Of the score of the paper that fits best: in a rich day the marginal ones are no news.
    private const double LeastShare = 0.55;

    // What is liked counts nearly like what is asked for.
    private const double LikedWeight = 0.9;

    // Votes and days decide between papers that fit about equally well.
    private const double VotesWeight = 0.15;
    private const double RecencyWeight = 0.1;
    private const double RecentDays = 7;

    private const int Sentences = 2;
    private const int Words = 70;

    private readonly HybridRetriever _retriever = new(library, model);

    public async Task<IReadOnlyList<InterestingPaper>> RankAsync(DigestRequest request, CancellationToken cancellationToken)
    {
        var found = new Dictionary<PaperId, InterestingPaper>();
        await AddAsync(found, request.Interest, 1, HeldOfInterest, request, cancellationToken);
        foreach (var liked in await library.GetAsync(request.Likes, cancellationToken))
        {
            await AddAsync(found, PlainWords(liked.Title), LikedWeight, HeldOfTitle, request, cancellationToken);
        }

        var likes = request.Likes.ToHashSet();
        InterestingPaper[] papers = [.. found.Values.Where(p => !likes.Contains(p.Paper.Paper.Id))];
        var least = LeastShare * papers.Select(p => p.Score).DefaultIfEmpty(0).Max();
        papers = [.. papers.Where(p => p.Score >= least)];
        var votes = papers.Select(p => VotesOf(p.Paper.Paper)).DefaultIfEmpty(0).Max();
        return [.. papers.Select(p => p with { Score = p.Score + Extra(p.Paper.Paper, votes) }).OrderByDescending(p => p.Score).ThenBy(p => p.Paper.Paper.Id)];
    }

    private async Task AddAsync(
        Dictionary<PaperId, InterestingPaper> found, string text, double weight, double held, DigestRequest request, CancellationToken cancellationToken)
    {
        var reading = QuestionReader.Read(text, SearchFilters.None with { Papers = request.Papers }, hasHistory: false, Today);
        var ranking = await _retriever.RankAsync(reading with { Kind = QuestionKind.Topic, Parts = [reading.Text] }, [], cancellationToken);
        var best = Math.Max(ranking.Papers.Select(p => p.Score).DefaultIfEmpty(0).Max(), 1e-9);
        foreach (var paper in ranking.Papers.Where(p => p.Coverage >= held))
        {
            var id = paper.Paper.Paper.Id;
            var score = weight * paper.Coverage * Math.Max(0, paper.Score / best);
            if (!found.TryGetValue(id, out var known) || known.Score < score)
            {
                found[id] = new InterestingPaper(paper.Paper, score, SentenceSelector.Select(ranking.Terms, paper, Sentences, Words));
            }
        }
    }

    private DateOnly Today => DateOnly.FromDateTime(time.GetLocalNow().DateTime);

    private double Extra(Paper paper, int mostVotes)
    {
        var votes = mostVotes == 0 ? 0 : Math.Log(1 + VotesOf(paper)) / Math.Log(1 + mostVotes);
        var recency = paper.Listed is { Year: { } year } day
            ? 1 - Math.Clamp((Today.DayNumber - new DateOnly(year, day.Month, day.Day).DayNumber) / RecentDays, 0, 1)
            : 0;
        return (VotesWeight * votes) + (RecencyWeight * recency);
    }

    private static int VotesOf(Paper paper) => Math.Max(0, paper.Upvotes ?? 0);

    // Quotes, signs and colons of a title are no query syntax.
    private static string PlainWords(string title) => string.Join(' ', TextAnalyzer.Words(TextCleaner.Clean(title).Text).Select(w => w.Text));
}
