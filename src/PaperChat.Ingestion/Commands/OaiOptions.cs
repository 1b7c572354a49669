using System.CommandLine;
using PaperChat.Hosting;
using PaperChat.Sources.Feeds;

namespace PaperChat.Ingestion.Commands;

/// <summary>A list of OAI-PMH. Without a first day it goes on where the last whole run of the same set began.</summary>
internal sealed class OaiOptions : FeedOptionSet
{
    private const int RunsLookedAt = 1_000;

    private readonly Option<string?> _set = new("--set") { Description = "A set, such as cs:cs:CL; all of arXiv without it", HelpName = "SET" };
    private readonly Option<DateOnly?> _from = Day("--from", "Changed on this day or later; without it, since the last time");

    public override void AddTo(Command command)
    {
        command.Options.Add(_set);
        command.Options.Add(_from);
    }

    public override async Task<Feed> OpenAsync(CommandContext context, FeedSources sources, CancellationToken cancellationToken)
    {
        var query = new OaiQuery { Set = context.Parsed.GetValue(_set), From = context.Parsed.GetValue(_from), Limit = context.Settings.Limit };
        return sources.Oai(query.From is null ? query with { From = await LastRunAsync(context, query, cancellationToken) } : query);
    }

    // A day more than needed: services count days in their own time zone, and what comes twice changes nothing.
    private static async Task<DateOnly?> LastRunAsync(CommandContext context, OaiQuery query, CancellationToken cancellationToken)
    {
        if (!LibraryDoor.Exists(context))
        {
            return null;
        }

        await using var library = await LibraryDoor.OpenAsync(context, cancellationToken);
        var runs = await library.GetRunsAsync(RunsLookedAt, cancellationToken);
        var begun = runs.Where(r => r.Finished is not null && query.IsSameList(r.Input)).Max(r => (DateTimeOffset?)r.Started);
        return begun is { } last ? DateOnly.FromDateTime(last.UtcDateTime).AddDays(-1) : null;
    }
}
