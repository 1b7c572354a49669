using System.Globalization;
using Cronos;
using PaperChat.Hosting;

namespace PaperChat.Ingestion.Watch;

/// <summary>When something is due: at the times of a cron expression in a time zone, or a while after the last time.</summary>
internal sealed class Schedule
{
    // No source changes faster, and services ask not to be asked more often.
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(10);

    // A schedule that is due less than once in this time is a mistake.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    private readonly CronExpression? _cron;
    private readonly TimeZoneInfo _zone;
    private readonly TimeSpan _interval;

    private Schedule(CronExpression? cron, TimeZoneInfo zone, TimeSpan interval)
    {
        _cron = cron;
        _zone = zone;
        _interval = interval;
    }

    public static Schedule Every(TimeSpan interval) => new(null, TimeZoneInfo.Utc, interval);

    /// <summary>Five fields as in crontab(5), six with seconds first, or <c>@daily</c> and its like.</summary>
    /// <exception cref="UsageException">The expression is none, or is never due.</exception>
    public static Schedule Cron(string expression, TimeZoneInfo zone, string setting)
    {
        ArgumentNullException.ThrowIfNull(expression);
        try
        {
            var fields = expression.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
            var cron = CronExpression.Parse(expression, fields == 6 ? CronFormat.IncludeSeconds : CronFormat.Standard);
            return new Schedule(cron, zone, TimeSpan.Zero);
        }
        catch (CronFormatException exception)
        {
            throw new UsageException($"{setting} is a cron expression such as 30 6 * * *, not '{TerminalText.Line(expression)}': {exception.Message}", exception);
        }
    }

    /// <summary>An interval such as <c>00:15:00</c> or <c>1.00:00:00</c>.</summary>
    /// <exception cref="UsageException">It is none, or out of range.</exception>
    public static Schedule Interval(string text, string setting) =>
        TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var interval) && interval >= Shortest && interval <= Longest
            ? Every(interval)
            : throw new UsageException($"{setting} is a time from 00:00:10 on, such as 00:15:00 or 1.00:00:00, not '{TerminalText.Line(text)}'.");

    /// <summary>The first time after another; null where there is none.</summary>
    public DateTimeOffset? Next(DateTimeOffset after) => _cron is null ? after + _interval : _cron.GetNextOccurrence(after, _zone)?.ToUniversalTime();

    /// <summary>The last time up to <paramref name="now"/>, and after <paramref name="after"/>; null where there is none.</summary>
    public DateTimeOffset? Last(DateTimeOffset after, DateTimeOffset now)
    {
        // After a year of downtime the years before it say nothing more.
        var from = now - after > Longest ? now - Longest : after;
        DateTimeOffset? last = null;
        while (Next(last ?? from) is { } next && next <= now)
        {
            last = next;
        }

        return last;
    }
}
