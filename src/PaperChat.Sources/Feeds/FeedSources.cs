using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using PaperChat.Ingestion;

namespace PaperChat.Sources.Feeds;

/// <summary>Makes the feeds. All of one object share their intervals, their cache and what they know of failing services.</summary>
public sealed class FeedSources : IDisposable
{
    private const string ScholarFields = "externalIds,url,title,abstract,venue,year,publicationDate,authors,openAccessPdf,fieldsOfStudy";

    private readonly FeedServices _services;
    private readonly FeedClient _client;
    private readonly TimeProvider _time;

    /// <param name="http">Sends; the caller's, without a time limit of its own.</param>
    /// <param name="services">Where services answer, with keys.</param>
    /// <param name="options">How they are asked.</param>
    /// <param name="time">Clock of waits and of the cache.</param>
    public FeedSources(HttpClient http, FeedServices services, FeedOptions options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(services);
        _services = services;
        _time = time;
        _client = new FeedClient(http, options, time);
    }

    /// <summary>The Daily Papers of days, of a week, or those that trend.</summary>
    public Feed HuggingFaceDaily(DailyPapersQuery query) =>
        new HuggingFaceDailyFeed(_client, _services.HuggingFace, new FeedPageReader(SourceFormats.HuggingFace), query);

    /// <summary>
    /// A search of arXiv. Where its API fails, OAI-PMH takes over for what it can be asked (categories and a first day), and then
    /// Hugging Face for words.
    /// </summary>
    public Feed Arxiv(ArxivQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query.Expression.Length == 0 && query.Ids.Count == 0)
        {
            throw new SourceException("An arXiv search needs words, a category or a day: paperchat-ingest arxiv \"long video\" --cat cs.CV --from 2025-07-01.");
        }

        List<Feed> feeds = [new ArxivFeed(_client, _services.Arxiv, new FeedPageReader(SourceFormats.ArxivAtom), query)];
        if (query is { Ids.Count: 0, Text: null, To: null, Categories.Count: > 0 } && query.Categories.All(c => ArxivSets.Of(c) is not null))
        {
            feeds.Add(new ConcatenatedFeed([.. query.Categories.Select(c => Oai(new OaiQuery { Set = ArxivSets.Of(c), From = query.From, Limit = query.Limit }))], query.Limit));
        }
        else if (query is { Ids.Count: 0, Text: { } text, From: null, To: null, Categories.Count: 0 } && !text.Contains(':', StringComparison.Ordinal))
        {
            feeds.Add(new SearchFeed(_client, _services.HuggingFace, new FeedPageReader(SourceFormats.HuggingFace), text, query.Limit ?? SearchFeed.MostResults));
        }

        return new FallbackFeed(feeds);
    }

    /// <summary>
    /// What is at an address: a list of Daily Papers or a paper of arXiv by the services made for programs, anything else as a file
    /// whose format is recognised.
    /// </summary>
    /// <param name="address">Begins with http or https.</param>
    /// <param name="options">What the user says of the file.</param>
    public Feed Page(Uri address, SourceOptions options)
    {
        ArgumentNullException.ThrowIfNull(address);
        return WebAddress.ArxivIdOf(address) is { } id ? Arxiv(new ArxivQuery { Ids = [id], Limit = 1 })
            : WebAddress.DailyPapersOf(address, DateOnly.FromDateTime(_time.GetUtcNow().UtcDateTime)) is { } daily ? HuggingFaceDaily(daily)
            : new WebPageFeed(_client, address, options);
    }

    /// <summary>Whether an input is an address that <see cref="Page"/> reads, not the name of a file.</summary>
    public static bool IsAddress(string input, [NotNullWhen(true)] out Uri? address) => WebAddress.IsOne(input, out address);

    /// <summary>arXiv's records by the day of their last change.</summary>
    public Feed Oai(OaiQuery query) => new OaiFeed(_client, _services.ArxivOai, new FeedPageReader(SourceFormats.ArxivOai), query);

    public Feed OpenAlex(WorkQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        string?[] filters =
        [
            "has_abstract:true", query.Filter,
            query.From is { } from ? "from_publication_date:" + Day(from) : null, query.To is { } to ? "to_publication_date:" + Day(to) : null,
        ];
        return new CursorFeed(_client, _services.OpenAlex, new FeedPageReader(SourceFormats.OpenAlex), new CursorSearch
        {
            Format = "openalex",
            Description = "openalex " + query,
            Path = "works?per_page=100&filter=" + Uri.EscapeDataString(string.Join(',', filters.OfType<string>()))
                + (query.Text is { } text ? "&search=" + Uri.EscapeDataString(text) : ""),
            Parameter = "cursor",
            FirstCursor = "*",
            NextCursor = ["meta", "next_cursor"],
            Limit = query.Limit,
        });
    }

    public Feed SemanticScholar(WorkQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var days = query.From is null && query.To is null ? ""
            : "&publicationDateOrYear=" + Uri.EscapeDataString((query.From is { } from ? Day(from) : "") + ":" + (query.To is { } to ? Day(to) : ""));
        return new CursorFeed(_client, _services.SemanticScholar, new FeedPageReader(SourceFormats.SemanticScholar), new CursorSearch
        {
            Format = "s2",
            Description = "s2 " + query,
            Path = $"paper/search/bulk?query={Uri.EscapeDataString(query.Text ?? "")}&fields={ScholarFields}{days}",
            Parameter = "token",
            NextCursor = ["token"],
            Limit = query.Limit,
        });
    }

    public void Dispose() => _client.Dispose();

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
