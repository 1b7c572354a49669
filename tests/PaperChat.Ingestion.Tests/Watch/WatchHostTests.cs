using System.Net;
using Microsoft.Extensions.Logging;
using PaperChat.Ingestion.Digests;
using PaperChat.Ingestion.Subscriptions;
using PaperChat.Ingestion.Watch;
using PaperChat.Library;
using PaperChat.TestSupport;

namespace PaperChat.Ingestion.Tests.Watch;

public sealed class WatchHostTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly TestTime _time = new();
    private readonly RecordingLogger _logger = new(LogLevel.Trace);
    private readonly HttpClient _http = new();
    private WatchDatabase _database = null!;
    private WatchDatabase _watched = null!;
    private WatchHost _host = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = WatchDatabase.Open(_folder.Path);
        _watched = WatchDatabase.Open(_folder.Path);
        new SubscriptionStore(_database).Add(new Subscription
        {
            Id = "abc23456",
            Kind = SubscriptionKind.Interest,
            Text = "coral reefs",
            Cadence = Cadence.Daily,
            Delivery = new Delivery(DeliveryChannel.Email, "reader@example.org"),
            Created = _time.GetUtcNow(),
            Period = _time.GetUtcNow(),
            Told = 0,
        });
        var options = new WatchOptions
        {
            Urls = ["http://127.0.0.1:0"],
            Zone = TimeZoneInfo.Utc,
            Daily = Schedule.Cron("0 7 * * *", TimeZoneInfo.Utc, "test"),
            Weekly = Schedule.Cron("0 7 * * 1", TimeZoneInfo.Utc, "test"),
        };
        var library = new WatchLibrary
        {
            OpenAsync = _ => Task.FromResult<IPaperLibrary?>(null),
            OpenWriterAsync = _ => throw new LibraryException("Another process is writing for reader@example.org.", isTransient: true),
        };
        WatchSource[] sources = [new("broken", "broken", Schedule.Every(TimeSpan.FromHours(1)), (_, _, _) => throw new SourceException("It is not there."))];
        var cycle = new WatchCycle(_watched, library, options, sources, null, (_, _) => throw new MailException("No.", isFinal: false), null, _time, _logger);
        _host = await WatchHost.StartAsync(cycle, options, _folder.Path, _time, _logger, Token);
        _http.BaseAddress = new Uri(_host.Addresses[0]);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        await _host.DisposeAsync();
        _http.Dispose();
        _database.Dispose();
        _watched.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task It_says_that_it_lives_and_how_it_is()
    {
        Assert.Equal("""{"status":"live"}""", await _http.GetStringAsync(new Uri("/health/live", UriKind.Relative), Token));
        Assert.Contains("\"status\":", await _http.GetStringAsync(new Uri("/health/ready", UriKind.Relative), Token), StringComparison.Ordinal);
        Assert.Contains("paperchat_subscriptions{kind=\"interest\"} 1\n", await _http.GetStringAsync(new Uri("/metrics", UriKind.Relative), Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Opening_the_address_asks_and_posting_to_it_ends_the_subscription()
    {
        var address = AddressOf("abc23456");

        var asked = await _http.GetAsync(address, Token);
        Assert.Contains("<form method=\"post\">", await asked.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        Assert.Single(new SubscriptionStore(_database).List());

        // RFC 8058, 3.2: the body of the one click.
        using var click = new FormUrlEncodedContent([KeyValuePair.Create("List-Unsubscribe", "One-Click")]);
        Assert.Equal(HttpStatusCode.OK, (await _http.PostAsync(address, click, Token)).StatusCode);
        Assert.Empty(new SubscriptionStore(_database).List());

        using var again = new FormUrlEncodedContent([KeyValuePair.Create("List-Unsubscribe", "One-Click")]);
        Assert.Equal(HttpStatusCode.OK, (await _http.PostAsync(address, again, Token)).StatusCode);
    }

    [Theory]
    [InlineData("abc23456")]
    [InlineData("abc23456.AAAA")]
    [InlineData("..%2F..%2Fwatch.db")]
    public async Task An_address_that_was_not_made_here_ends_nothing(string token)
    {
        var answer = await _http.PostAsync(new Uri("/unsubscribe/" + token, UriKind.Relative), null, Token);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Single(new SubscriptionStore(_database).List());
    }

    [Fact]
    public void A_second_watch_of_the_library_is_refused()
    {
        using var first = WatchLock.Take(_folder.File("locked"));

        var error = Assert.Throws<PaperChatException>(() => WatchLock.Take(_folder.File("locked")));

        Assert.Contains("Another watch", error.Message, StringComparison.Ordinal);
    }

    private Uri AddressOf(string subscription) => new("/unsubscribe/" + UnsubscribeToken.Of(_database).Make(subscription), UriKind.Relative);
}
