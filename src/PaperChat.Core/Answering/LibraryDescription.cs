using System.Globalization;
using PaperChat.Library;
using PaperChat.Papers;

namespace PaperChat.Answering;

/// <summary>Says in words what an answer stands on.</summary>
public static class LibraryDescription
{
    /// <summary>"64 papers, listed up to 28 July" or "196,732 papers from 1965 to 2025".</summary>
    public static string Of(LibraryState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var count = string.Create(CultureInfo.InvariantCulture, $"{state.Papers:N0} paper{(state.Papers == 1 ? "" : "s")}");
        var summaries = state.Summaries == 0 ? ""
            : state.Summaries == state.Papers ? " (summaries written for the sample)"
            : string.Create(CultureInfo.InvariantCulture, $" ({state.Summaries:N0} of them summaries written for the sample)");
        var reach = state.LastListed is { } listed ? ", listed up to " + Day(listed)
            : state.LastYear is not { } last ? ""
            : state.FirstYear == last ? string.Create(CultureInfo.InvariantCulture, $" from {last}")
            : string.Create(CultureInfo.InvariantCulture, $" from {state.FirstYear} to {last}");
        return count + summaries + reach;
    }

    /// <summary>"28 July 2025", or "28 July" for a day whose year is not known.</summary>
    public static string Day(ListedDate date)
    {
        var month = CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(date.Month);
        return string.Create(CultureInfo.InvariantCulture, $"{date.Day} {month}{(date.Year is null ? "" : " ")}{date.Year}");
    }
}
