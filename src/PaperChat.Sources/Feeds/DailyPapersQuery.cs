using System.Globalization;

namespace PaperChat.Sources.Feeds;

/// <summary>Which Daily Papers are wanted: the days from one to another, a week, or those that trend.</summary>
public sealed record DailyPapersQuery
{
    public DateOnly? From { get; init; }

    /// <summary>The last day, included.</summary>
    public DateOnly? To { get; init; }

    /// <summary>An ISO week such as <c>2025-W31</c>.</summary>
    public string? Week { get; init; }

    public bool Trending { get; init; }

    /// <summary>The most papers; null for all.</summary>
    public int? Limit { get; init; }

    public override string ToString() =>
        Trending ? "--trending" : Week is { } week ? "--week " + week : From == To ? $"--date {From:yyyy-MM-dd}" : $"--from {From:yyyy-MM-dd} --to {To:yyyy-MM-dd}";

    /// <summary>The parameters of each list, and its day where all of it is of one day.</summary>
    internal IEnumerable<(string Parameters, DateOnly? Day)> Requests()
    {
        if (Trending || Week is not null)
        {
            yield return (Trending ? "sort=trending" : "week=" + Uri.EscapeDataString(Week!), null);
            yield break;
        }

        for (var day = From ?? To; day is { } current && current <= (To ?? From); day = current.AddDays(1))
        {
            yield return ("date=" + current.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), current);
        }
    }
}
