using Microsoft.Extensions.Logging;
using MimeKit;
using PaperChat.Hosting.Teams;
using PaperChat.Ingestion.Digests;
using PaperChat.Ingestion.Subscriptions;
using PaperChat.Ingestion.Watch;
using PaperChat.Library;
using PaperChat.TestSupport;

namespace PaperChat.Ingestion.Tests.Watch;

public sealed class WatchCycleTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TestTime _time = new();
    private readonly InMemoryPaperLibrary _library = new();
    private readonly RecordingLogger _logger = new(LogLevel.Trace);
    private readonly WatchDatabase _database;
    private readonly List<MimeMessage> _sent = [];
    private readonly List<DateTimeOffset?> _openedSince = [];
    private Exception? _sourceFailure;
    private readonly List<string> _said = [];
    private MailException? _mailFailure;
    private ConnectorException? _teamsFailure;
    private int _offered;

    public WatchCycleTests()
    {
        _database = WatchDatabase.Open(_folder.Path);
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
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_message_that_is_put_off_is_sent_again_after_a_growing_while()
    {
        await RunAsync();
        _mailFailure = new MailException("The server has no time.", isFinal: false);
        await AdvanceToDigestAsync();
        Assert.Equal(1, _offered);

        _time.Advance(TimeSpan.FromSeconds(59));
        await RunAsync();
        Assert.Equal(1, _offered);

        _time.Advance(TimeSpan.FromSeconds(1));
        await RunAsync();
        Assert.Equal(2, _offered);

        _mailFailure = null;
        _time.Advance(TimeSpan.FromMinutes(2));
        await RunAsync();
        await RunAsync();
        Assert.Single(_sent);
        Assert.Contains("attempt 1", _logger.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("reader@example.org", _logger.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_is_refused_for_good_is_given_up_and_told()
    {
        await RunAsync();
        _mailFailure = new MailException("The mail server answered 550.", isFinal: true);
        await AdvanceToDigestAsync();
        _time.Advance(TimeSpan.FromHours(5));
        await RunAsync();

        Assert.Equal(1, _offered);
        var digest = Assert.Single(new Outbox(_database).Last("abc23456", 2));
        Assert.Equal((DigestState.Failed, "The mail server answered 550."), (digest.State, digest.Error));
        Assert.Contains("Error: Digest of abc23456 to r…@….org is given up", _logger.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(403, true)]
    [InlineData(404, true)]
    [InlineData(429, false)]
    [InlineData(0, false)]
    public async Task A_conversation_that_refuses_for_good_is_given_up_and_others_are_tried_again(int status, bool isFinal)
    {
        var store = new SubscriptionStore(_database);
        store.Add(store.Find("abc23456")! with { Id = "teams234", Delivery = new Delivery(DeliveryChannel.Teams, "conversation") });
        await RunAsync();
        _teamsFailure = new ConnectorException(status, "", "The connector says no.", isTransient: false);
        await AdvanceToDigestAsync();

        var digest = Assert.Single(new Outbox(_database).Last("teams234", 2));
        Assert.Equal((isFinal ? DigestState.Failed : DigestState.Waiting, "The connector says no."), (digest.State, digest.Error));
        Assert.Single(_sent);

        _teamsFailure = null;
        _time.Advance(TimeSpan.FromHours(5));
        await RunAsync();

        Assert.Equal(isFinal ? 0 : 1, _said.Count(s => s.Contains("Mapping coral reefs", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_message_that_is_never_taken_is_given_up_after_three_days_of_trying()
    {
        await RunAsync();
        _mailFailure = new MailException("The server has no time.", isFinal: false);
        await AdvanceToDigestAsync();
        for (var hour = 0; hour < 80; hour++)
        {
            _time.Advance(TimeSpan.FromHours(1));
            await RunAsync();
        }

        Assert.Equal(DigestState.Failed, Assert.Single(new Outbox(_database).Last("abc23456", 2)).State);
        Assert.InRange(_offered, 20, 25);
    }

    [Fact]
    public async Task A_day_without_anything_new_sends_nothing()
    {
        await RunAsync();
        await AdvanceToDigestAsync();
        Assert.Single(_sent);

        _time.Advance(TimeSpan.FromDays(1));
        await RunAsync();

        Assert.Single(_sent);
    }

    [Fact]
    public async Task What_others_put_into_the_library_is_told_too()
    {
        await RunAsync();
        await using (var writer = _library.OpenWriter())
        {
            await new IngestionPipeline(writer, _time).RunAsync([new OnePaper("other", "Deep coral reefs")], new IngestionOptions { Input = "by hand" }, Token);
        }

        await AdvanceToDigestAsync();

        Assert.Contains("Deep coral reefs", Assert.Single(_sent).TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_that_fails_is_read_again_sooner_than_its_schedule_says_and_from_where_it_was()
    {
        await RunAsync();
        var succeeded = _time.GetUtcNow();
        _sourceFailure = new SourceException("It is not there.");
        _time.Advance(TimeSpan.FromHours(6));
        await RunAsync();
        Assert.Equal(1, new SourceStates(_database).Find("source")!.Failures);

        _sourceFailure = null;
        _time.Advance(TimeSpan.FromMinutes(1));
        await RunAsync();

        Assert.Equal([null, succeeded, succeeded], _openedSince);
        Assert.Equal(0, new SourceStates(_database).Find("source")!.Failures);
        Assert.Contains("could not be read to its end", _logger.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_downtime_a_source_is_read_once_and_one_digest_says_it_all()
    {
        await RunAsync();
        _time.Advance(TimeSpan.FromDays(5));
        await RunAsync();
        await RunAsync();

        Assert.Equal(2, _openedSince.Count);
        Assert.Single(_sent);
    }

    [Fact]
    public async Task Who_ends_the_subscription_gets_not_even_what_was_waiting()
    {
        await RunAsync();
        _mailFailure = new MailException("The server has no time.", isFinal: false);
        await AdvanceToDigestAsync();
        new SubscriptionStore(_database).Remove("abc23456");
        _mailFailure = null;
        _time.Advance(TimeSpan.FromDays(1));
        await RunAsync();

        Assert.Empty(_sent);
    }

    private async Task AdvanceToDigestAsync()
    {
        _time.Advance(TimeSpan.FromHours(20));
        await RunAsync();
    }

    private Task RunAsync()
    {
        var options = new WatchOptions
        {
            Urls = [WatchOptions.DefaultUrls],
            Zone = TimeZoneInfo.Utc,
            Daily = Schedule.Cron("0 7 * * *", TimeZoneInfo.Utc, "test"),
            Weekly = Schedule.Cron("0 7 * * 1", TimeZoneInfo.Utc, "test"),
        };
        var library = new WatchLibrary
        {
            OpenAsync = _ => Task.FromResult<IPaperLibrary?>(_library),
            OpenWriterAsync = _ => Task.FromResult(_library.OpenWriter()),
        };
        var mail = new DigestMail(new MailboxAddress("PaperChat", "papers@example.org"), new Uri("https://papers.example.org/"), UnsubscribeToken.Of(_database));
        WatchSource[] sources = [new("source", "source", Schedule.Every(TimeSpan.FromHours(6)), OpenAsync)];
        return new WatchCycle(_database, library, options, sources, mail, SendAsync, SayAsync, _time, _logger).RunAsync(Token);
    }

    private Task<IReadOnlyList<IPaperSource>> OpenAsync(DateTimeOffset? since, DateTimeOffset first, CancellationToken cancellationToken)
    {
        _openedSince.Add(since);
        return _sourceFailure is null
            ? Task.FromResult<IReadOnlyList<IPaperSource>>([new OnePaper("reef", "Mapping coral reefs")])
            : throw _sourceFailure;
    }

    private Task SendAsync(MimeMessage message, CancellationToken cancellationToken)
    {
        _offered++;
        if (_mailFailure is not null)
        {
            throw _mailFailure;
        }

        _sent.Add(message);
        return Task.CompletedTask;
    }

    private Task SayAsync(string conversation, string markdown, CancellationToken cancellationToken)
    {
        if (_teamsFailure is not null)
        {
            throw _teamsFailure;
        }

        _said.Add(markdown);
        return Task.CompletedTask;
    }

    private sealed class OnePaper(string key, string title) : IPaperSource
    {
        public string Format => "test";

        public string Location => "one paper";

        public async IAsyncEnumerable<SourceItem> ReadAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await Task.CompletedTask;
            yield return new SourceItem.Read(new SourceRecord { Key = key, Title = title, Abstract = "We map the coral reefs." }, null, 0);
        }
    }
}
