using PaperChat.Evidence;
using PaperChat.Library;
using PaperChat.Papers;
using PaperChat.Review;
using PaperChat.Text;

namespace PaperChat.Digests;

/// <summary>Makes digests of new papers: ranked for an interest, grouped by what they share, each with the sentences that say why. Thread-safe.</summary>
/// <param name="library">The library.</param>
/// <param name="time">The clock that recency is counted by.</param>
/// <param name="model">The model of the library's vectors; null ranks by words alone.</param>
public sealed class DigestBuilder(IPaperLibrary library, TimeProvider time, EmbeddingModel? model)
{
    private const int GroupsFrom = 6;
    private const int Trending = 5;
    private const int NamedAuthors = 3;

    // So many are searched; a library that is filled for the first time is no news.
    private const int MostNew = 20_000;

    private readonly InterestRanking _ranking = new(library, time, model);

    /// <summary>The digest; empty where nothing new fits.</summary>
    /// <exception cref="LibraryException">The library failed.</exception>
    public async Task<Digest> BuildAsync(DigestRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(request.Limit, DigestRequest.MostPapers);
        var asked = request with { Papers = [.. request.Papers.TakeLast(MostNew)] };
        var chosen = (await _ranking.RankAsync(asked, cancellationToken)).Take(request.Limit).ToArray();
        var groups = await GroupAsync(request.Interest, chosen, cancellationToken);
        var trending = request.Trending ? await TrendingAsync(asked, chosen, cancellationToken) : [];
        return Numbered(new Digest { Interest = request.Interest, Considered = request.Papers.Count, Groups = groups, Trending = trending });
    }

    private async Task<IReadOnlyList<DigestGroup>> GroupAsync(string interest, InterestingPaper[] papers, CancellationToken cancellationToken)
    {
        if (papers.Length < GroupsFrom)
        {
            return papers.Length == 0 ? [] : [new DigestGroup("", [.. papers.Select(EntryOf)])];
        }

        AnalyzedPaper[] analyzed = [.. papers.Select(p => p.Paper)];
        var vectors = await new PaperVectors(library, model).OfAsync(interest, [.. analyzed.Select(p => p.Paper)], cancellationToken);
        var clusters = ThemeClustering.Of(PaperSimilarity.Of(analyzed, vectors));
        var phrases = analyzed.Select(p => new PaperPhrases(p)).ToArray();
        var members = Enumerable.Range(0, papers.Length).GroupBy(i => clusters[i]).OrderBy(g => g.Key < 0).ThenBy(g => g.First()).Select(g => (g.Key, Papers: g.ToArray())).ToArray();
        if (members.Length == 1)
        {
            return [new DigestGroup("", [.. papers.Select(EntryOf)])];
        }

        var named = members.Where(m => m.Key >= 0).ToArray();
        var labels = ThemeLabels.Find(interest, [.. named.Select(m => (IReadOnlyList<PaperPhrases>)[.. m.Papers.Select(i => phrases[i])])]);

        // What has no name of its own is no group to a reader.
        var titled = members.Select((m, i) => (Title: m.Key < 0 ? null : labels[i], m.Papers)).ToArray();
        var rest = titled.Where(g => g.Title is null).SelectMany(g => g.Papers).Order().Select(p => EntryOf(papers[p])).ToArray();
        DigestGroup[] groups = [.. titled.Where(g => g.Title is not null).Select(g => new DigestGroup(g.Title!, [.. g.Papers.Select(p => EntryOf(papers[p]))]))];
        return rest.Length == 0 ? groups : [.. groups, new DigestGroup(groups.Length == 0 ? "" : ReviewTheme.Other, rest)];
    }

    private async Task<IReadOnlyList<DigestEntry>> TrendingAsync(DigestRequest request, InterestingPaper[] chosen, CancellationToken cancellationToken)
    {
        var known = chosen.Select(c => c.Paper.Paper.Id).ToHashSet();
        var papers = await library.GetAsync(request.Papers, cancellationToken);
        return [.. papers.Where(p => p.Upvotes > 0 && !known.Contains(p.Id)).OrderByDescending(p => p.Upvotes).ThenBy(p => p.Id).Take(Trending)
            .Select(p => EntryOf(new InterestingPaper(AnalyzedPaper.Of(p), 0, Opening(p))))];
    }

    // Nothing was asked of it: the sentence in which it says what it does.
    private static IReadOnlyList<AnalyzedSentence> Opening(Paper paper)
    {
        var sentences = AnalyzedPaper.Of(paper).Sentences.Where(s => s.Field == PaperField.Abstract).ToArray();
        return sentences.FirstOrDefault(s => Comparison.RhetoricalRoles.IsProposal(s.Display)) is { } proposal ? [proposal] : [.. sentences.Take(1)];
    }

    private static DigestEntry EntryOf(InterestingPaper found)
    {
        var paper = found.Paper.Paper;
        return new DigestEntry
        {
            Number = 0,
            Id = paper.Id.Value,
            Title = TextCleaner.Clean(paper.Title).Text,
            Authors = AuthorsOf(paper),
            Url = PaperAddress.Of(paper) is { } url && IsWeb(url) ? url : null,
            Code = CodeLink.Of(paper),
            Listed = paper.Listed?.ToString(),
            Upvotes = paper.Upvotes,
            Quotes = [.. found.Sentences.Where(s => s.Field != PaperField.Title).Select(s => new DigestQuote(s.Display, s.Field, s.Span.Start, s.Span.End))],
        };
    }

    private static string AuthorsOf(Paper paper) => paper.Authors switch
    {
        [] => "",
        [var one] => one,
        { Count: > NamedAuthors } many => many[0] + " et al.",
        var few => $"{string.Join(", ", few.SkipLast(1))} and {few[^1]}",
    };

    private static bool IsWeb(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";

    private static Digest Numbered(Digest digest)
    {
        var number = 0;
        return digest with
        {
            Groups = [.. digest.Groups.Select(g => g with { Entries = [.. g.Entries.Select(e => e with { Number = ++number })] })],
            Trending = [.. digest.Trending.Select(e => e with { Number = ++number })],
        };
    }
}
