using System.CommandLine;
using System.Text.RegularExpressions;
using PaperChat.Hosting;
using PaperChat.Sources.Feeds;

namespace PaperChat.Ingestion.Commands;

/// <summary>Which Daily Papers; without options, today's.</summary>
internal sealed partial class DailyPapersOptions : FeedOptionSet
{
    private readonly Option<DateOnly?> _date = Day("--date", "One day's list");
    private readonly Option<DateOnly?> _from = Day("--from", "The first day");
    private readonly Option<DateOnly?> _to = Day("--to", "The last day; today without it");
    private readonly Option<string?> _week = new("--week") { Description = "An ISO week, such as 2025-W31", HelpName = "WEEK" };
    private readonly Option<bool> _trending = new("--trending") { Description = "What trends now" };

    public override void AddTo(Command command)
    {
        command.Options.Add(_date);
        command.Options.Add(_from);
        command.Options.Add(_to);
        command.Options.Add(_week);
        command.Options.Add(_trending);
    }

    public override Task<Feed> OpenAsync(CommandContext context, FeedSources sources, CancellationToken cancellationToken)
    {
        var parsed = context.Parsed;
        var (date, from, to) = (parsed.GetValue(_date), parsed.GetValue(_from), parsed.GetValue(_to));
        var (week, trending) = (parsed.GetValue(_week), parsed.GetValue(_trending));
        if (new[] { date is not null, from is not null || to is not null, week is not null, trending }.Count(given => given) > 1)
        {
            throw new UsageException("--date, --from with --to, --week and --trending are four ways to say which papers: give one of them.");
        }

        if (week is not null && !WeekPattern().IsMatch(week))
        {
            throw new UsageException($"--week takes an ISO week such as 2025-W31, not {TerminalText.Line(week)}.");
        }

        var last = date ?? to ?? Today(context);
        CheckOrder(from, last);
        return Task.FromResult(sources.HuggingFaceDaily(new DailyPapersQuery
        {
            From = date ?? from ?? last,
            To = last,
            Week = week,
            Trending = trending,
            Limit = context.Settings.Limit,
        }));
    }

    [GeneratedRegex(@"^\d{4}-W(0[1-9]|[1-4]\d|5[0-3])$", RegexOptions.CultureInvariant)]
    private static partial Regex WeekPattern();
}
