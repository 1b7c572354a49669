using System.Globalization;
using Microsoft.Extensions.Configuration;
using PaperChat.Hosting;
using PaperChat.Sources;
using PaperChat.Sources.Feeds;

namespace PaperChat.Ingestion.Watch;

/// <summary>
/// Reads <c>Watch:Sources:NAME</c>: what is read (<c>Read</c>: files, a folder, a glob, an address, or the name of a feed), what a feed
/// is asked for, and when (<c>Every</c> or <c>Cron</c>).
/// </summary>
internal sealed class SourceSettings(FeedSources feeds, TimeZoneInfo zone, TimeProvider time)
{
    private const string Usual = "06:00:00";

    // Services count days in time zones of their own, and lists of a day grow until it is over; what comes twice changes nothing.
    private const int DaysAgain = 2;

    // Where the first reading of a feed begins, unless Since says it.
    private const int FirstDays = 7;

    private static readonly string[] Known = ["Read", "Query", "Categories", "Set", "Filter", "Limit", "Since", "Format", "Every", "Cron"];

    /// <exception cref="UsageException">A setting makes no sense.</exception>
    public WatchSource Read(IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        if (section.GetChildren().FirstOrDefault(c => !Known.Contains(c.Key, StringComparer.OrdinalIgnoreCase)) is { } unknown)
        {
            throw new UsageException($"There is no setting {unknown.Path}; a source has {string.Join(", ", Known)}.");
        }

        if (section["Read"] is not { Length: > 0 } what)
        {
            throw new UsageException($"{section.Path}:Read says what is read: files, a folder, a glob, an address (https://...), or hf-daily, arxiv, oai, openalex or s2.");
        }

        return new WatchSource(section.Key, Describe(section, what), ScheduleOf(section), OpenerOf(section, what));
    }

    private Schedule ScheduleOf(IConfigurationSection section) => (section["Cron"], section["Every"]) switch
    {
        ({ Length: > 0 }, { Length: > 0 }) => throw new UsageException($"{section.Path} has both Cron and Every: give one of them."),
        ({ Length: > 0 } cron, _) => Schedule.Cron(cron, zone, section.Path + ":Cron"),
        (_, var every) => Schedule.Interval(every is { Length: > 0 } ? every : Usual, section.Path + ":Every"),
    };

    private static string Describe(IConfigurationSection section, string what) =>
        string.Join(' ', new[] { what, section["Query"], section["Categories"], section["Set"], section["Filter"] }.Where(t => !string.IsNullOrEmpty(t)));

    private OpenSource OpenerOf(IConfigurationSection section, string what)
    {
        var (query, limit, since) = (section["Query"], Number(section, "Limit"), Day(section, "Since"));
        var categories = section["Categories"]?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
        Feed Open(DateTimeOffset? last, DateTimeOffset first) => what switch
        {
            "hf-daily" => feeds.HuggingFaceDaily(new DailyPapersQuery { From = From(last, since, first, 0), To = Today, Limit = limit }),
            "arxiv" => feeds.Arxiv(new ArxivQuery { Text = query, Categories = categories, From = From(last, since, first, FirstDays), Limit = limit }),
            "oai" => feeds.Oai(new OaiQuery { Set = section["Set"], From = From(last, since, first, FirstDays), Limit = limit }),
            "openalex" => feeds.OpenAlex(new WorkQuery { Text = query, Filter = section["Filter"], From = From(last, since, first, FirstDays), Limit = limit }),
            _ => feeds.SemanticScholar(new WorkQuery { Text = query, From = From(last, since, first, FirstDays), Limit = limit }),
        };
        return what is "hf-daily" or "arxiv" or "oai" or "openalex" or "s2"
            ? (last, first, _) => Task.FromResult<IReadOnlyList<IPaperSource>>([Open(last, first)])
            : Inputs(what, section["Format"]);
    }

    private OpenSource Inputs(string what, string? format)
    {
        var options = new SourceOptions { Format = format };
        return FeedSources.IsAddress(what, out var address)
            ? (_, _, _) => Task.FromResult<IReadOnlyList<IPaperSource>>([feeds.Page(address, options)])
            : (_, _, cancellationToken) => new SourceFinder(options).FindAsync([what], null, cancellationToken);
    }

    private DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    // What was missed while nobody watched, or while the very first readings failed, is read now.
    private static DateOnly From(DateTimeOffset? last, DateOnly? since, DateTimeOffset first, int days) => last is { } done
        ? DateOnly.FromDateTime(done.UtcDateTime).AddDays(-DaysAgain)
        : since ?? DateOnly.FromDateTime(first.UtcDateTime).AddDays(-days);

    private static int? Number(IConfigurationSection section, string name) => section[name] is not { Length: > 0 } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number
        : throw new UsageException($"{section.Path}:{name} is a whole number from 1, not '{TerminalText.Line(text)}'.");

    private static DateOnly? Day(IConfigurationSection section, string name) => section[name] is not { Length: > 0 } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new UsageException($"{section.Path}:{name} is a day such as 2025-07-28, not '{TerminalText.Line(text)}'.");
}
