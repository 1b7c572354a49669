using Microsoft.Extensions.Configuration;
using PaperChat.Hosting;

namespace PaperChat.Ingestion.Watch;

/// <summary>How a library is watched; section <c>Watch</c> of the configuration.</summary>
internal sealed record WatchOptions
{
    public const string DefaultUrls = "http://localhost:5090";

    private const string Section = "Watch:";
    private const string UsualDaily = "0 7 * * *";
    private const string UsualWeekly = "0 7 * * 1";

    /// <summary><c>Watch:Urls</c>: where health, metrics and the end of subscriptions are answered, separated by semicolons.</summary>
    public required IReadOnlyList<string> Urls { get; init; }

    /// <summary><c>Watch:PublicUrl</c>: how readers reach that place; null where they do not.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary><c>Watch:TimeZone</c>: in which cron expressions count; UTC without it.</summary>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary><c>Watch:Daily</c>: when daily digests are made.</summary>
    public required Schedule Daily { get; init; }

    /// <summary><c>Watch:Weekly</c>: when weekly digests are made.</summary>
    public required Schedule Weekly { get; init; }

    /// <exception cref="UsageException">A setting makes no sense.</exception>
    public static WatchOptions Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var zone = ZoneOf(configuration[Section + "TimeZone"]);
        return new WatchOptions
        {
            Urls = (configuration[Section + "Urls"] is { Length: > 0 } urls ? urls : DefaultUrls).Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            PublicUrl = configuration[Section + "PublicUrl"] is { Length: > 0 } url ? PublicOf(url) : null,
            Zone = zone,
            Daily = ScheduleOf("Daily", UsualDaily),
            Weekly = ScheduleOf("Weekly", UsualWeekly),
        };

        Schedule ScheduleOf(string name, string usual) =>
            Schedule.Cron(configuration[Section + name] is { Length: > 0 } cron ? cron : usual, zone, Section + name);
    }

    public Schedule ScheduleOf(Subscriptions.Cadence cadence) => cadence == Subscriptions.Cadence.Weekly ? Weekly : Daily;

    private static Uri PublicOf(string url) => Uri.TryCreate(url.TrimEnd('/') + "/", UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http"
        ? uri
        : throw new UsageException($"{Section}PublicUrl is the address under which readers reach this service, such as https://papers.example.org, not '{TerminalText.Line(url)}'.");

    private static TimeZoneInfo ZoneOf(string? name)
    {
        if (string.IsNullOrEmpty(name))
        {
            return TimeZoneInfo.Utc;
        }

        try
        {
            return TimeZoneInfo.FindSystemTimeZoneById(name);
        }
        catch (Exception exception) when (exception is TimeZoneNotFoundException or InvalidTimeZoneException)
        {
            throw new UsageException($"{Section}TimeZone is a time zone such as Europe/Berlin, not '{TerminalText.Line(name)}'.", exception);
        }
    }
}
