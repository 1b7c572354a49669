using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PaperChat.Chat.Desk;
using PaperChat.Chat.Json;
using PaperChat.Hosting;
using PaperChat.Library;
using PaperChat.Papers;

namespace PaperChat.Chat.Api;

/// <summary><c>/api/library</c>, what is in it, and <c>/api/days</c>, the papers by the day on which they were listed.</summary>
internal static class LibraryEndpoints
{
    private const int ShownRuns = 5;
    private const int UsualLimit = 100;

    public static void MapLibrary(this IEndpointRouteBuilder api)
    {
        api.MapGet("/library", StatsAsync).WithSummary("What is in the library").Produces<LibraryStatsShape>();
        api.MapGet("/days", DaysAsync).WithSummary("The days on which papers were listed").Produces<DaysShape>();
        api.MapGet("/days/{day}", DayAsync).WithSummary("The papers listed on a day").Produces<DayShape>();
    }

    private static async Task<IResult> StatsAsync(PaperDesk desk, CancellationToken cancellationToken)
    {
        var state = await desk.Library.GetStateAsync(cancellationToken);
        var manifest = await desk.Library.GetManifestAsync(cancellationToken);
        var runs = await desk.Library.GetRunsAsync(ShownRuns, cancellationToken);
        return TypedResults.Json(LibraryStatsShape.Of(desk.Name, state, manifest, runs), WireJson.Relaxed.LibraryStatsShape);
    }

    private static async Task<IResult> DaysAsync(PaperDesk desk, CancellationToken cancellationToken) =>
        TypedResults.Json(DaysShape.Of(await desk.Library.GetListedDaysAsync(cancellationToken)), WireJson.Relaxed.DaysShape);

    private static async Task<IResult> DayAsync(string day, int? limit, int? offset, PaperDesk desk, CancellationToken cancellationToken)
    {
        if (!ListedDate.TryParse(day, out var wanted))
        {
            throw new UsageException($"A day is 2025-07-28, or --07-28 where the year is not known, not '{TerminalText.Line(day)}'; /api/days lists them.");
        }

        var days = await desk.Library.GetListedDaysAsync(cancellationToken);
        var at = days.Select(d => d.Day).ToList().IndexOf(wanted);
        if (at < 0)
        {
            throw new NotFoundException($"No paper of the library was listed on {wanted}; /api/days lists the days that have some.");
        }

        var skipped = offset is null or >= 0 ? offset ?? 0 : throw new UsageException("offset is a whole number from 0.");
        // The readers' favourites first; papers without votes keep their order behind them.
        var papers = desk.Library.ListAsync(new SearchFilters { ListedFrom = wanted, ListedTo = wanted }, cancellationToken)
            .OrderByDescending(p => p.Upvotes ?? -1).Skip(skipped).Take(RequestLimits.Limit(limit, UsualLimit)).Select(p => PaperShape.Of(p, withAbstract: true));
        return TypedResults.Json(
            new DayShape(
                day,
                days[at].Papers,
                await papers.ToListAsync(cancellationToken),
                Earlier: at + 1 < days.Count ? days[at + 1].Day.ToString() : null,
                Later: at > 0 ? days[at - 1].Day.ToString() : null),
            WireJson.Relaxed.DayShape);
    }
}
