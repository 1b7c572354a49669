using Microsoft.Extensions.Configuration;
using PaperChat.Hosting;
using PaperChat.Ingestion.Watch;
using PaperChat.Sources.Feeds;
using PaperChat.TestSupport;

namespace PaperChat.Ingestion.Tests.Watch;

public sealed class SourceSettingsTests : IDisposable
{
    private static readonly DateTimeOffset Now = new TestTime().GetUtcNow();

    private readonly HttpClient _http = new();
    private readonly FeedSources _feeds;

    public SourceSettingsTests() => _feeds = new FeedSources(_http, new FeedServices(), new FeedOptions { UserAgent = "test" }, new TestTime());

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _feeds.Dispose();
        _http.Dispose();
    }

    [Fact]
    public async Task The_first_reading_of_the_daily_papers_is_of_today() =>
        Assert.Equal("hf-daily --date 2025-07-28", await LocationAsync(null, Now, ("Read", "hf-daily")));

    [Fact]
    public async Task After_downtime_the_days_that_were_missed_are_read() =>
        Assert.Equal("hf-daily --from 2025-07-22 --to 2025-07-28", await LocationAsync(Now.AddDays(-4), Now.AddDays(-9), ("Read", "hf-daily")));

    [Fact]
    public async Task When_the_first_readings_failed_their_days_are_read() =>
        Assert.Equal("hf-daily --from 2025-07-26 --to 2025-07-28", await LocationAsync(null, Now.AddDays(-2), ("Read", "hf-daily")));

    [Fact]
    public async Task A_first_day_can_be_set() =>
        Assert.Equal("hf-daily --from 2025-07-01 --to 2025-07-28", await LocationAsync(null, Now, ("Read", "hf-daily"), ("Since", "2025-07-01")));

    [Fact]
    public async Task A_search_of_arXiv_is_asked_for_words_and_categories_since_the_last_time()
    {
        var location = await LocationAsync(Now.AddDays(-1), Now, ("Read", "arxiv"), ("Query", "coral reefs"), ("Categories", "cs.CV, cs.CL"));

        Assert.Contains("all:coral AND all:reefs AND (cat:cs.CV OR cat:cs.CL) AND submittedDate:[202507250000", location, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Watch:Sources:x:Reed", "hf-daily")]
    [InlineData("Watch:Sources:x:Limit", "many")]
    [InlineData("Watch:Sources:x:Since", "yesterday")]
    [InlineData("Watch:Sources:x:Every", "often")]
    [InlineData("Watch:Sources:x:Cron", "often")]
    public void A_setting_that_makes_no_sense_is_refused_by_its_name(string key, string value)
    {
        var error = Assert.Throws<UsageException>(() => Read(("Read", "hf-daily"), (key.Split(':')[^1], value)));

        Assert.Contains(key, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_source_without_anything_to_read_is_refused() => Assert.Throws<UsageException>(() => Read(("Every", "01:00:00")));

    [Fact]
    public void A_source_has_one_schedule() => Assert.Throws<UsageException>(() => Read(("Read", "hf-daily"), ("Every", "01:00:00"), ("Cron", "0 6 * * *")));

    private WatchSource Read(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create($"Watch:Sources:x:{s.Key}", (string?)s.Value))).Build();
        return new SourceSettings(_feeds, TimeZoneInfo.Utc, new TestTime()).Read(configuration.GetSection("Watch:Sources:x"));
    }

    private async Task<string> LocationAsync(DateTimeOffset? since, DateTimeOffset first, params (string Key, string Value)[] settings) =>
        Assert.Single(await Read(settings).Open(since, first, Token)).Location;
}
