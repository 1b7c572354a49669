using PaperChat.Hosting;
using PaperChat.Ingestion.Watch;

namespace PaperChat.Ingestion.Tests.Watch;

public sealed class ScheduleTests
{
    private static readonly DateTimeOffset Monday = new(2025, 7, 28, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void An_interval_is_due_that_long_after_the_last_time() =>
        Assert.Equal(Monday.AddMinutes(15), Schedule.Interval("00:15:00", "test").Next(Monday));

    [Fact]
    public void A_cron_expression_counts_in_its_time_zone()
    {
        var schedule = Schedule.Cron("0 7 * * *", TimeZoneInfo.CreateCustomTimeZone("test", TimeSpan.FromHours(2), "test", "test"), "test");

        Assert.Equal(new DateTimeOffset(2025, 7, 29, 5, 0, 0, TimeSpan.Zero), schedule.Next(Monday));
    }

    [Fact]
    public void Six_fields_begin_with_seconds() =>
        Assert.Equal(Monday.AddSeconds(5), Schedule.Cron("*/5 * * * * *", TimeZoneInfo.Utc, "test").Next(Monday));

    [Fact]
    public void After_downtime_only_the_last_missed_time_counts()
    {
        var daily = Schedule.Cron("0 7 * * *", TimeZoneInfo.Utc, "test");

        Assert.Equal(new DateTimeOffset(2025, 7, 31, 7, 0, 0, TimeSpan.Zero), daily.Last(Monday, Monday.AddDays(3)));
        Assert.Null(daily.Last(Monday, Monday.AddHours(18)));
    }

    [Theory]
    [InlineData("61 * * * *")]
    [InlineData("tomorrow")]
    public void What_is_no_cron_expression_is_refused_by_the_name_of_its_setting(string expression) =>
        Assert.Contains("Watch:Daily", Assert.Throws<UsageException>(() => Schedule.Cron(expression, TimeZoneInfo.Utc, "Watch:Daily")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("00:00:01")]
    [InlineData("soon")]
    [InlineData("-00:15:00")]
    public void What_is_no_interval_is_refused(string text) => Assert.Throws<UsageException>(() => Schedule.Interval(text, "test"));
}
