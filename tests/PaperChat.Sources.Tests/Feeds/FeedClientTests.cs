using System.Net;
using System.Text;
using PaperChat.Ingestion;
using PaperChat.Sources.Feeds;
using PaperChat.TestSupport;
using static PaperChat.Sources.Tests.Feeds.StubService;

namespace PaperChat.Sources.Tests.Feeds;

public sealed class FeedClientTests
{
    private static readonly FeedService Service = new("Test papers", new Uri("http://papers.test/base/"));

    private readonly TestTime _time = new() { Hurries = true };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_asks_says_its_name_and_asks_below_the_base_address()
    {
        using var service = new StubService(Answer("fine"));

        Assert.Equal("fine", await AskAsync(service, Service));
        Assert.Equal("/base/list?q=a", Assert.Single(service.Addresses));
        Assert.Equal("PaperChat/1.0 (test)", service.Headers[0]["User-Agent"]);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    [InlineData(500)]
    [InlineData(406)]
    public async Task What_fails_for_now_is_asked_again_after_waits_that_grow(int status)
    {
        using var service = new StubService(Answer("", (HttpStatusCode)status), Answer("", (HttpStatusCode)status), Answer("fine"));

        Assert.Equal("fine", await AskAsync(service, Service));
        Assert.Equal(3, service.Addresses.Count);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("Mon, 28 Jul 2025 12:00:07 GMT")]
    public async Task A_wait_that_the_service_asks_for_is_kept(string retryAfter)
    {
        using var service = new StubService(Answer("", HttpStatusCode.TooManyRequests, retryAfter), Answer("fine"));

        await AskAsync(service, Service);

        Assert.Contains(TimeSpan.FromSeconds(7), _time.Waits);
    }

    [Fact]
    public async Task A_wait_longer_than_anybody_has_is_not_begun()
    {
        using var service = new StubService(Answer("", HttpStatusCode.TooManyRequests, "86400"));

        var failure = await Assert.ThrowsAsync<SourceException>(() => AskAsync(service, Service));

        Assert.True(failure.IsTransient);
        Assert.Single(service.Addresses);
    }

    [Fact]
    public async Task A_service_that_stays_away_is_named_with_its_address()
    {
        using var service = new StubService(Breaks);

        var failure = await Assert.ThrowsAsync<SourceException>(() => AskAsync(service, Service));

        Assert.True(failure.IsTransient);
        Assert.Equal(5, service.Addresses.Count);
        Assert.Contains("Test papers", failure.Message, StringComparison.Ordinal);
        Assert.Contains("http://papers.test/base/list?q=a", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(404)]
    public async Task What_is_refused_for_good_is_asked_once(int status)
    {
        using var service = new StubService(Answer("no such\u001b[31m list", (HttpStatusCode)status));

        var failure = await Assert.ThrowsAsync<SourceException>(() => AskAsync(service, Service));

        Assert.False(failure.IsTransient);
        Assert.Single(service.Addresses);
        Assert.DoesNotContain('\u001b', failure.Message);
    }

    [Fact]
    public async Task Requests_keep_their_distance()
    {
        using var service = new StubService(Answer("fine"));
        using var client = ClientOf(service);
        var slow = Service with { Interval = TimeSpan.FromSeconds(3) };

        await client.GetAsync(slow, "a", Token);
        _time.Advance(TimeSpan.FromSeconds(1));
        await client.GetAsync(slow, "b", Token);

        Assert.Contains(TimeSpan.FromSeconds(2), _time.Waits);
    }

    [Theory]
    [InlineData("X-Key", "X-Key", "secret")]
    [InlineData("Authorization", "Authorization", "Bearer secret")]
    public async Task A_key_goes_into_its_header(string header, string sent, string value)
    {
        using var service = new StubService(Answer("fine"));

        await AskAsync(service, Service with { Key = "secret", KeyHeader = header });

        Assert.Equal(value, service.Headers[0][sent]);
        Assert.DoesNotContain("secret", service.Addresses[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_in_the_address_is_in_no_message()
    {
        using var service = new StubService(Answer("wrong", HttpStatusCode.Unauthorized));

        var failure = await Assert.ThrowsAsync<SourceException>(() => AskAsync(service, Service with { Key = "secret" }));

        Assert.Equal("/base/list?q=a&api_key=secret", service.Addresses[0]);
        Assert.DoesNotContain("secret", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_did_not_change_is_not_sent_again()
    {
        using var folder = new TemporaryFolder();
        using var service = new StubService(Answer("first", tag: "\"v1\""), Answer("", HttpStatusCode.NotModified));

        var first = await AskAsync(service, Service, folder.Path);
        var second = await AskAsync(service, Service, folder.Path);

        Assert.Equal(("first", "first"), (first, second));
        Assert.Equal("\"v1\"", service.Headers[1]["If-None-Match"]);
    }

    [Fact]
    public async Task An_answer_that_is_still_fresh_is_not_asked_for()
    {
        using var folder = new TemporaryFolder();
        using var service = new StubService(Answer("first"), Answer("second"));
        var daily = Service with { Fresh = TimeSpan.FromHours(12) };

        var first = await AskAsync(service, daily, folder.Path);
        var again = await AskAsync(service, daily, folder.Path);
        _time.Advance(TimeSpan.FromHours(13));
        var later = await AskAsync(service, daily, folder.Path);

        Assert.Equal(("first", "first", "second"), (first, again, later));
    }

    [Fact]
    public async Task A_broken_file_of_the_cache_is_asked_for_again()
    {
        using var folder = new TemporaryFolder();
        using var service = new StubService(Answer("first"), Answer("second"));
        var daily = Service with { Fresh = TimeSpan.FromHours(12) };
        await AskAsync(service, daily, folder.Path);
        await File.WriteAllTextAsync(Directory.GetFiles(folder.Path, "*.body").Single(), "mixed up", Token);

        Assert.Equal("second", await AskAsync(service, daily, folder.Path));
    }

    [Fact]
    public async Task An_answer_without_end_is_refused()
    {
        using var service = new StubService(Answer(new string('x', 3 << 20)));
        using var client = ClientOf(service, options => options with { MaxPageBytes = 1 << 20 });

        var failure = await Assert.ThrowsAsync<SourceException>(() => client.GetAsync(Service, "list", Token));

        Assert.Contains("1 MB", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_fails_many_times_in_a_row_is_left_alone_for_a_while()
    {
        using var service = new StubService(Answer("", HttpStatusCode.ServiceUnavailable));
        using var client = ClientOf(service, options => options with { FailuresBeforeBreak = 4 });
        await Assert.ThrowsAsync<SourceException>(() => client.GetAsync(Service, "a", Token));
        var asked = service.Addresses.Count;

        var failure = await Assert.ThrowsAsync<SourceException>(() => client.GetAsync(Service, "b", Token));

        Assert.True(failure.IsTransient);
        Assert.Equal(asked, service.Addresses.Count);
        Assert.Contains("left alone", failure.Message, StringComparison.Ordinal);
    }

    private async Task<string> AskAsync(StubService service, FeedService of, string? cache = null)
    {
        using var client = ClientOf(service, options => options with { CacheFolder = cache });
        return Encoding.UTF8.GetString((await client.GetAsync(of, "list?q=a", Token)).Body.Span);
    }

    private FeedClient ClientOf(StubService service, Func<FeedOptions, FeedOptions>? change = null)
    {
        var options = new FeedOptions { UserAgent = "PaperChat/1.0 (test)", Timeout = TimeSpan.FromMinutes(2) };
        return new FeedClient(new HttpClient(service, disposeHandler: false), change is null ? options : change(options), _time);
    }
}
