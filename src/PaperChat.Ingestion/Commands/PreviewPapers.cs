using PaperChat.Ingestion.Subscriptions;
using PaperChat.Library;
using PaperChat.Papers;

namespace PaperChat.Ingestion.Commands;

/// <summary>Which papers a preview takes for new ones.</summary>
internal static class PreviewPapers
{
    private const int Week = 7;

    /// <summary>Those of the last day on which papers were listed, or of the week up to it; all of them in a library without such days.</summary>
    public static async Task<IReadOnlyList<PaperId>> OfAsync(IPaperLibrary library, Cadence cadence, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(library);
        var last = (await library.GetStateAsync(cancellationToken)).LastListed;
        var filters = last is { } day ? SearchFilters.None with { ListedFrom = From(day, cadence), ListedTo = day } : SearchFilters.None;
        var papers = new List<PaperId>();
        await foreach (var paper in library.ListAsync(filters, cancellationToken))
        {
            papers.Add(paper.Id);
        }

        return papers;
    }

    // A day without its year has no week that could be told.
    private static ListedDate From(ListedDate day, Cadence cadence)
    {
        if (cadence == Cadence.Daily || day.Year is not { } year)
        {
            return day;
        }

        var first = new DateOnly(year, day.Month, day.Day).AddDays(1 - Week);
        return new ListedDate(first.Year, first.Month, first.Day);
    }
}
