using System.Net;
using PaperChat.Ingestion;
using PaperChat.Papers;
using PaperChat.Sources.Feeds;
using PaperChat.TestSupport;
using static PaperChat.Sources.Tests.Feeds.StubService;

namespace PaperChat.Sources.Tests.Feeds;

public sealed class FeedSourcesTests
{
    private readonly TestTime _time = new() { Hurries = true };

    [Fact]
    public async Task Daily_papers_are_read_day_by_day_and_bear_the_day_of_their_list()
    {
        using var service = new StubService(Answer(Daily("2507.00001", "2507.00002")), Answer("[]"), Answer(Daily("2507.00003")));

        var (items, feed) = await ReadAsync(service, s => s.HuggingFaceDaily(new DailyPapersQuery { From = new(2025, 7, 25), To = new(2025, 7, 27) }));

        Assert.Equal(["2507.00001", "2507.00002", "2507.00003"], items.Papers().Select(p => p.Arxiv));
        Assert.Equal([new ListedDate(2025, 7, 25), new(2025, 7, 25), new(2025, 7, 27)], items.Papers().Select(p => p.Listed));
        Assert.Equal(["/api/daily_papers?date=2025-07-25&limit=100&p=0", "/api/daily_papers?date=2025-07-26&limit=100&p=0", "/api/daily_papers?date=2025-07-27&limit=100&p=0"], service.Addresses);
        Assert.Null(feed.Failure);
    }

    [Fact]
    public async Task A_long_daily_list_is_read_to_its_last_page()
    {
        using var service = new StubService(Answer(Daily([.. Enumerable.Range(1, 100).Select(i => $"2507.{i:00000}")])), Answer(Daily("2507.00101")));

        var (items, _) = await ReadAsync(service, s => s.HuggingFaceDaily(new DailyPapersQuery { From = new(2025, 7, 28), To = new(2025, 7, 28) }));

        Assert.Equal(101, items.Papers().Count);
        Assert.EndsWith("p=1", service.Addresses[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--week")]
    [InlineData("--trending")]
    public async Task A_week_and_what_trends_are_lists_of_their_own(string what)
    {
        using var service = new StubService(Answer(Daily("2507.00001")));
        var query = what == "--week" ? new DailyPapersQuery { Week = "2025-W31" } : new DailyPapersQuery { Trending = true };

        await ReadAsync(service, s => s.HuggingFaceDaily(query));

        Assert.Contains(what == "--week" ? "week=2025-W31" : "sort=trending", Assert.Single(service.Addresses), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_that_breaks_off_is_told_and_what_came_before_is_kept()
    {
        using var service = new StubService(Answer(Daily("2507.00001")), Answer("[{\"paper\":{\"id\":"));

        var (items, feed) = await ReadAsync(service, s => s.HuggingFaceDaily(new DailyPapersQuery { From = new(2025, 7, 27), To = new(2025, 7, 28) }));

        Assert.Single(items.Papers());
        Assert.Contains("breaks off", Assert.Single(items.Rejections()).Reason, StringComparison.Ordinal);
        Assert.True(feed.Failure?.IsTransient);
    }

    [Fact]
    public async Task A_page_that_repeats_ends_the_feed()
    {
        using var service = new StubService(Answer(Daily([.. Enumerable.Range(1, 100).Select(i => $"2507.{i:00000}")])));

        var (items, feed) = await ReadAsync(service, s => s.HuggingFaceDaily(new DailyPapersQuery { From = new(2025, 7, 28), To = new(2025, 7, 28) }));

        Assert.Equal(100, items.Papers().Count);
        Assert.Contains("same page", feed.Failure!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_arxiv_search_asks_for_words_categories_and_days_page_by_page()
    {
        using var service = new StubService(Answer(Atom(total: 201, Enumerable.Range(1, 200))), Answer(Atom(total: 201, [201])));

        var (items, _) = await ReadAsync(service, s => s.Arxiv(new ArxivQuery { Text = "long video", Categories = ["cs.CV", "cs.CL"], From = new(2025, 7, 1), To = new(2025, 7, 2) }));

        Assert.Equal(201, items.Papers().Count);
        Assert.Contains(Uri.EscapeDataString("all:long AND all:video AND (cat:cs.CV OR cat:cs.CL) AND submittedDate:[202507010000 TO 202507022359]"), service.Addresses[0], StringComparison.Ordinal);
        Assert.Contains("start=200", service.Addresses[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_page_of_arxiv_is_asked_for_again()
    {
        using var service = new StubService(Answer(Atom(total: 1, [])), Answer(Atom(total: 1, [1])));

        var (items, feed) = await ReadAsync(service, s => s.Arxiv(new ArxivQuery { Text = "otters" }));

        Assert.Single(items.Papers());
        Assert.Null(feed.Failure);
    }

    [Fact]
    public async Task A_query_that_arxiv_does_not_understand_is_told_in_its_words()
    {
        using var service = new StubService(Answer("""
            <feed xmlns="http://www.w3.org/2005/Atom"><id>http://arxiv.org/api/x</id><entry><id>https://arxiv.org/api/errors#bad_query</id>
            <title>Error</title><summary>incorrect query syntax</summary></entry></feed>
            """));

        var (items, feed) = await ReadAsync(service, s => s.Arxiv(new ArxivQuery { Text = "ti:(" }));

        Assert.Empty(items.Papers());
        Assert.False(feed.Failure!.IsTransient);
        Assert.Contains("incorrect query syntax", feed.Failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_arxiv_search_fails_oai_takes_over_for_categories()
    {
        using var service = new StubService(
            Answer("", HttpStatusCode.ServiceUnavailable), Answer("", HttpStatusCode.ServiceUnavailable), Answer("", HttpStatusCode.ServiceUnavailable),
            Answer("", HttpStatusCode.ServiceUnavailable), Answer("", HttpStatusCode.ServiceUnavailable), Answer(Oai(null, 1)), Answer(Oai(null, 2)));

        var (items, feed) = await ReadAsync(service, s => s.Arxiv(new ArxivQuery { Categories = ["cs.CL", "hep-th"], From = new(2025, 7, 1) }));

        Assert.Equal(["2507.00001", "2507.00002"], items.Papers().Select(p => p.Arxiv));
        Assert.Empty(items.Rejections());
        Assert.Null(feed.Failure);
        Assert.Contains("set=cs%3Acs%3ACL&from=2025-07-01", service.Addresses[5], StringComparison.Ordinal);
        Assert.Contains("set=physics%3Ahep-th", service.Addresses[6], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_arxiv_search_fails_hugging_face_takes_over_for_words()
    {
        using var service = new StubService([.. Enumerable.Repeat(Answer("", HttpStatusCode.NotAcceptable), 5), Answer(Daily("2507.00009"))]);

        var (items, _) = await ReadAsync(service, s => s.Arxiv(new ArxivQuery { Text = "sea otters" }));

        Assert.Equal("2507.00009", Assert.Single(items.Papers()).Arxiv);
        Assert.Contains("api/papers/search?q=sea%20otters", service.Addresses[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Oai_records_are_followed_by_their_tokens()
    {
        using var service = new StubService(Answer(Oai("page|2", 1)), Answer(Oai(null, 2)));

        var (items, _) = await ReadAsync(service, s => s.Oai(new OaiQuery { Set = "cs:cs:AI", From = new(2025, 7, 1) }));

        Assert.Equal(2, items.Papers().Count);
        Assert.Contains("resumptionToken=page%7C2", service.Addresses[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_expired_token_goes_on_from_the_last_day_that_was_read()
    {
        using var service = new StubService(Answer(Oai("old", 1)), Answer(OaiError("badResumptionToken")), Answer(Oai(null, 2)));

        var (items, feed) = await ReadAsync(service, s => s.Oai(new OaiQuery { Set = "cs:cs:AI" }));

        Assert.Equal(2, items.Papers().Count);
        Assert.Null(feed.Failure);
        Assert.Contains("from=2025-07-28", service.Addresses[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_new_is_no_failure()
    {
        using var service = new StubService(Answer(OaiError("noRecordsMatch")));

        var (items, feed) = await ReadAsync(service, s => s.Oai(new OaiQuery { Set = "cs:cs:AI", From = new(2025, 7, 27) }));

        Assert.Empty(items);
        Assert.Null(feed.Failure);
    }

    [Fact]
    public async Task Openalex_is_followed_by_its_cursor_with_its_key()
    {
        using var service = new StubService(Answer(Works("next1", "W1")), Answer(Works(null, "W2")));

        var (items, _) = await ReadAsync(
            service, s => s.OpenAlex(new WorkQuery { Text = "sea otters", From = new(2025, 1, 1) }), services => services with { OpenAlex = services.OpenAlex with { Key = "k1" } });

        Assert.Equal(2, items.Papers().Count);
        Assert.Contains("search=sea%20otters", service.Addresses[0], StringComparison.Ordinal);
        Assert.Contains("cursor=%2A", service.Addresses[0], StringComparison.Ordinal);
        Assert.Contains("cursor=next1&api_key=k1", service.Addresses[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Semantic_scholar_is_followed_by_its_token()
    {
        using var service = new StubService(Answer(Scholar("t2", "One")), Answer(Scholar(null, "Two")));

        var (items, _) = await ReadAsync(service, s => s.SemanticScholar(new WorkQuery { Text = "otters" }));

        Assert.Equal(["One of otters", "Two of otters"], items.Papers().Select(p => p.Title));
        Assert.Contains("token=t2", service.Addresses[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_limit_stops_in_the_middle_of_a_page()
    {
        using var service = new StubService(Answer(Daily("2507.00001", "2507.00002", "2507.00003")));

        var (items, _) = await ReadAsync(service, s => s.HuggingFaceDaily(new DailyPapersQuery { Trending = true, Limit = 2 }));

        Assert.Equal(2, items.Papers().Count);
    }

    [Theory]
    [InlineData("https://arxiv.org/abs/2507.00001v2", "id_list=2507.00001v2")]
    [InlineData("https://arxiv.org/pdf/cs.CL/0101001.pdf", "id_list=cs.CL%2F0101001")]
    [InlineData("https://huggingface.co/papers/2507.00001", "id_list=2507.00001")]
    public async Task A_page_of_a_paper_is_asked_of_arxiv_by_its_id(string page, string asked)
    {
        using var service = new StubService(Answer(Atom(total: 1, [1])));

        var (items, _) = await ReadAsync(service, s => s.Page(new Uri(page), new SourceOptions()));

        Assert.Single(items.Papers());
        Assert.Contains("api/query?" + asked, Assert.Single(service.Addresses), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://huggingface.co/papers/date/2025-07-28", "date=2025-07-28")]
    [InlineData("https://huggingface.co/papers/week/2025-W31", "week=2025-W31")]
    [InlineData("https://huggingface.co/papers/trending", "sort=trending")]
    public async Task A_page_of_daily_papers_is_read_as_the_list_that_it_shows(string page, string asked)
    {
        using var service = new StubService(Answer(Daily("2507.00001")));

        var (items, _) = await ReadAsync(service, s => s.Page(new Uri(page), new SourceOptions()));

        Assert.Single(items.Papers());
        Assert.Contains("api/daily_papers?" + asked, Assert.Single(service.Addresses), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_at_any_other_address_is_recognised_by_its_content()
    {
        using var service = new StubService(Answer("@article{reef2025, title={Counting otters}, author={Reef, Ada}, year={2025}}"));

        var (items, _) = await ReadAsync(service, s => s.Page(new Uri("https://library.example/lists/sea?format=text"), new SourceOptions()));

        Assert.Equal("Counting otters", Assert.Single(items.Papers()).Title);
        Assert.Equal("/lists/sea?format=text", Assert.Single(service.Addresses));
    }

    [Fact]
    public async Task A_page_without_papers_is_rejected_with_its_address()
    {
        using var service = new StubService(Answer("<!doctype html><html><body>Tide tables</body></html>"));

        var (items, feed) = await ReadAsync(service, s => s.Page(new Uri("https://library.example/tides"), new SourceOptions()));

        Assert.Contains("https://library.example/tides", Assert.Single(items.Rejections()).Reason, StringComparison.Ordinal);
        Assert.Null(feed.Failure);
    }

    private async Task<(List<SourceItem> Items, Feed Feed)> ReadAsync(StubService service, Func<FeedSources, Feed> open, Func<FeedServices, FeedServices>? change = null)
    {
        using var http = new HttpClient(service, disposeHandler: false);
        var services = new FeedServices();
        using var sources = new FeedSources(
            http, change is null ? services : change(services), new FeedOptions { UserAgent = "PaperChat/1.0 (test)", Timeout = TimeSpan.FromMinutes(2) }, _time);
        var feed = open(sources);
        return (await SourceReading.ReadAsync(feed), feed);
    }

    private static string Daily(params string[] ids) =>
        "[" + string.Join(',', ids.Select(id => $$$"""{"paper":{"id":"{{{id}}}","title":"Paper {{{id}}}","summary":"We count otters.","authors":[{"name":"Ada Reef"}],"upvotes":3},"publishedAt":"2025-07-20T00:00:00.000Z"}""")) + "]";

    private static string Atom(int total, IEnumerable<int> numbers) => $"""
        <feed xmlns="http://www.w3.org/2005/Atom" xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/"><id>http://arxiv.org/api/q</id>
        <opensearch:totalResults>{total}</opensearch:totalResults>
        {string.Concat(numbers.Select(i => $"<entry><id>http://arxiv.org/abs/2507.{i:00000}v1</id><title>Otters {i}</title><summary>We count otters.</summary><published>2025-07-01T00:00:00Z</published><author><name>Ada Reef</name></author></entry>"))}
        </feed>
        """;

    private static string Oai(string? token, int number) => $"""
        <OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><ListRecords><record><header><identifier>oai:arXiv.org:2507.{number:00000}</identifier><datestamp>2025-07-28</datestamp></header>
        <metadata><arXiv xmlns="http://arxiv.org/OAI/arXiv/"><id>2507.{number:00000}</id><created>2025-07-01</created><authors><author><keyname>Reef</keyname><forenames>Ada</forenames></author></authors>
        <title>Otters {number}</title><categories>cs.AI</categories><abstract>We count otters.</abstract></arXiv></metadata></record>
        {(token is null ? "<resumptionToken/>" : $"<resumptionToken cursor=\"0\">{token}</resumptionToken>")}</ListRecords></OAI-PMH>
        """;

    private static string OaiError(string code) =>
        $"""<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><error code="{code}">nothing here</error></OAI-PMH>""";

    private static string Works(string? cursor, string id) =>
        $$$"""{"meta":{"count":2,"next_cursor":{{{(cursor is null ? "null" : $"\"{cursor}\"")}}}},"results":[{"id":"https://openalex.org/{{{id}}}","title":"Work {{{id}}}","abstract_inverted_index":{"We":[0],"count":[1],"otters.":[2]}}]}""";

    private static string Scholar(string? token, string title) =>
        $$$"""{"total":2,{{{(token is null ? "" : $"\"token\":\"{token}\",")}}}"data":[{"paperId":"p{{{title}}}","title":"{{{title}}} of otters","abstract":"We count otters.","authors":[{"name":"Ada Reef"}]}]}""";
}
