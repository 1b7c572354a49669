using System.Globalization;

namespace PaperChat.Papers;

/// <summary>
/// The day on which a feed listed a paper. A saved page may name the day without its year; then <see cref="Year"/> is null
/// and stays so. Text form: <c>2025-07-28</c>, or <c>--07-28</c> without a year (ISO 8601:2000, xsd:gMonthDay).
/// </summary>
public readonly record struct ListedDate(int? Year, int Month, int Day) : IComparable<ListedDate>
{
    /// <summary>The day of the calendar; null without a year.</summary>
    public DateOnly? Date => Year is { } year ? new DateOnly(year, Month, Day) : null;

    /// <summary>Days without a year sort before days with one.</summary>
    public int CompareTo(ListedDate other) =>
        ((Year ?? 0) * 10000 + Month * 100 + Day).CompareTo((other.Year ?? 0) * 10000 + other.Month * 100 + other.Day);

    public static bool TryParse(string? text, out ListedDate date)
    {
        date = default;
        if (text is ['-', '-', ..])
        {
            if (!DateOnly.TryParseExact("2000-" + text[2..], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                return false;
            }

            date = new ListedDate(null, day.Month, day.Day);
            return true;
        }

        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var full))
        {
            return false;
        }

        date = new ListedDate(full.Year, full.Month, full.Day);
        return true;
    }

    public override string ToString() =>
        Year is { } year
            ? string.Create(CultureInfo.InvariantCulture, $"{year:D4}-{Month:D2}-{Day:D2}")
            : string.Create(CultureInfo.InvariantCulture, $"--{Month:D2}-{Day:D2}");
}
